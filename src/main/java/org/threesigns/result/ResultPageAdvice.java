package org.threesigns.result;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page of this package asks search engines to leave it alone, and has the look of results. */
@ControllerAdvice(basePackageClasses = ResultPageAdvice.class)
class ResultPageAdvice {

    @ModelAttribute
    void describePage(Model model) {
        model.addAttribute("robots", "noindex");
        model.addAttribute("ofResults", true);
    }
}
