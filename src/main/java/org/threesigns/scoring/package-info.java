/** From responses to scale scores: pure, exact, without Spring and without I/O. */
@ApplicationModule(allowedDependencies = {"instrument"})
@NullMarked
package org.threesigns.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
