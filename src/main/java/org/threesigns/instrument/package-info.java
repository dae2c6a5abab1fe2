/** What is asked and how it is scored, read from data files and checked before anybody sees it. */
@ApplicationModule(allowedDependencies = {"startup"})
@NullMarked
package org.threesigns.instrument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
