/** Administrators: set-up, sign-in with a second factor, roles, accounts and the audit log, and the pages for these. */
@ApplicationModule(allowedDependencies = {"startup", "storage", "web"})
@NullMarked
package org.threesigns.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
