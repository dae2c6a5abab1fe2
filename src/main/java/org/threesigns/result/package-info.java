/** The page that explains a result, and what its owner can do with it. */
@ApplicationModule(
        allowedDependencies = {"instrument", "scoring", "guidance", "assessment", "statistics", "publication", "web"})
@NullMarked
package org.threesigns.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
