/** The anonymous store of completed assessments, found again only by their link. */
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "startup", "storage"})
@NullMarked
package org.threesigns.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
