/** The pages around the questionnaire: start, method, privacy, support, errors. */
@ApplicationModule(allowedDependencies = {"instrument", "statistics"})
@NullMarked
package org.threesigns.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
