/** What stops the application from starting, said in words. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.threesigns.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
