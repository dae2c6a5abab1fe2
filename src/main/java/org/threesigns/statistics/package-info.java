/** What all results together say, in additive counts that point at nobody. */
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "assessment"})
@NullMarked
package org.threesigns.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
