/** How a start went, said in words: what stops one, its last lines, the help of the command line; and the clock. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.threesigns.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
