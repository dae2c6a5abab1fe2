/** The page that asks, and the post that stores. */
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "storage", "assessment", "result"})
@NullMarked
package org.threesigns.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
