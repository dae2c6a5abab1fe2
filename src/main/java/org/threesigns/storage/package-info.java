/** The database engines: H2 and PostgreSQL, durable commits, migrations and guards. */
@ApplicationModule(allowedDependencies = {"startup"})
@NullMarked
package org.threesigns.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
