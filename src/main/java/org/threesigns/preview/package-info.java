/** The folder of somebody who writes questionnaires: what is wrong in it, or how it looks and scores, after every change. */
@ApplicationModule(
        allowedDependencies = {
            "assessment",
            "guidance",
            "instrument",
            "publication",
            "result",
            "scoring",
            "site",
            "startup"
        })
@NullMarked
package org.threesigns.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
