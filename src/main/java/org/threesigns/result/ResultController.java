package org.threesigns.result;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.guidance.Audience;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.GuidanceLibrary;

/** Shows a result to whoever has its link. */
@Controller
class ResultController {

    private final Results results;
    private final GuidanceLibrary library;

    ResultController(Results results, GuidanceLibrary library) {
        this.results = results;
        this.library = library;
    }

    @GetMapping("/{language}/result/{token}")
    ModelAndView show(@PathVariable("token") String address, Locale language) {
        Result result = results.at(address);
        return new ModelAndView("result/page", "page", ResultPage.of(result, guidance(result, language), language));
    }

    private Guidance guidance(Result result, Locale language) {
        var stored = result.stored();
        var audience = new Audience(language.toLanguageTag(), stored.wording(), stored.supportFirst());
        return library.guide(result.instrument(), stored.responses(), result.profile(), audience);
    }
}
