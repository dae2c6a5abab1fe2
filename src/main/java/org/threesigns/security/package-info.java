/** Who may do what: filter chains, headers, the application secret, accounts and their audit log. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.threesigns.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
