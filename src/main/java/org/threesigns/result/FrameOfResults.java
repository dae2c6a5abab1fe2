package org.threesigns.result;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page of this room asks search engines to leave it alone, and has the look of results. */
@ControllerAdvice(basePackageClasses = FrameOfResults.class)
class FrameOfResults {

    @ModelAttribute("robots")
    String robots() {
        return "noindex";
    }

    @ModelAttribute("ofResults")
    boolean ofResults() {
        return true;
    }
}
