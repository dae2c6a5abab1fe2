/** The site to look at: with the profile {@code demo} it starts in memory, full of made-up results. */
@ApplicationModule(allowedDependencies = {"assessment", "instrument", "publication", "scoring", "site", "startup"})
@NullMarked
package org.threesigns.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
