package org.threesigns.result;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page of this room asks search engines to leave it alone. */
@ControllerAdvice(basePackageClasses = NotForSearchEngines.class)
class NotForSearchEngines {

    @ModelAttribute("robots")
    String robots() {
        return "noindex";
    }
}
