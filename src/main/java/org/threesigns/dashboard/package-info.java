/** The statistics that administrators read: aggregates, never a person. */
@ApplicationModule(allowedDependencies = {"instrument", "statistics", "publication"})
@NullMarked
package org.threesigns.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
