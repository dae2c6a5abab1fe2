/** Which results are counted and when: batches, withdrawal and retention. */
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "storage", "assessment", "statistics"})
@NullMarked
package org.threesigns.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
