/** From a score profile to the words that fit it, each traced to the claim it comes from. */
@ApplicationModule(allowedDependencies = {"instrument", "scoring"})
@NullMarked
package org.threesigns.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
