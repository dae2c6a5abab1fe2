/** From counts to figures: pure, exact, without a store. */
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "startup"})
@NullMarked
package org.threesigns.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
