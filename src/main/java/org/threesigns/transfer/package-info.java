/** The way from the embedded file to a database server, with everything that is in it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.threesigns.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
