/** How requests come in and answers go out: headers, firewall, encodings, draining. */
@ApplicationModule(allowedDependencies = {"startup"})
@NullMarked
package org.threesigns.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
