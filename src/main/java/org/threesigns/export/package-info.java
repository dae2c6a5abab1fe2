/** What administrators download: responses, figures, charts, the codebook and syntax for R and SPSS. */
@ApplicationModule(
        allowedDependencies = {"instrument", "scoring", "statistics", "publication", "dashboard", "accounts", "web"})
@NullMarked
package org.threesigns.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
