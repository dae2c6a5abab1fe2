/** Commands for the host: import, undo an import, recount, compact, recover an account, move to PostgreSQL. */
@ApplicationModule(
        allowedDependencies = {"instrument", "scoring", "startup", "storage", "assessment", "publication", "accounts"})
@NullMarked
package org.threesigns.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
