/** How requests come in: HTTP/2 where TLS is on, figures where somebody reads them, and a stop that a load balancer can follow. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.threesigns.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
