/** The pages around the questionnaire: start, method, privacy, support, errors, and the languages of them all. */
@ApplicationModule(allowedDependencies = {"startup", "instrument", "statistics", "publication", "web"})
@NullMarked
package org.threesigns.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
