/** The page that asks, and the post that stores. */
@ApplicationModule(allowedDependencies = {"startup", "instrument", "scoring", "storage", "assessment", "result", "web"})
@NullMarked
package org.threesigns.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
