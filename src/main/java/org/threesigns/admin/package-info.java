/** What an administrator sees: aggregates, never a person. */
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "assessment", "statistics", "security"})
@NullMarked
package org.threesigns.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
