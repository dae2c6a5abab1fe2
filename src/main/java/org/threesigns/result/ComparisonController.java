package org.threesigns.result;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Puts a result beside an earlier one, the link of which its owner pastes. Nothing about the pair is stored. */
@Controller
@RequestMapping("/{language}/result/{token}/compare")
class ComparisonController {

    private final Results results;

    ComparisonController(Results results) {
        this.results = results;
    }

    @GetMapping
    ModelAndView ask(@PathVariable("token") String address, Locale language) {
        return form(results.at(address), language);
    }

    @PostMapping
    ModelAndView compare(
            @PathVariable("token") String address,
            @RequestParam(name = "link", required = false) @Nullable String link,
            Locale language) {
        Result result = results.at(address);
        PastedLink pasted = PastedLink.read(link == null ? "" : link, result, results);
        if (pasted instanceof PastedLink.Found found) {
            return new ModelAndView("result/comparison", "comparison", Comparison.of(result, found.result(), language));
        }
        return refused(form(result, language), ((PastedLink.Refused) pasted).problem());
    }

    /** The link is not shown again: it is a key, and it was no use here. */
    private static ModelAndView refused(ModelAndView form, String problem) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form.addObject("problem", problem);
    }

    private static ModelAndView form(Result result, Locale language) {
        return new ModelAndView("result/compare", "path", result.path(language))
                .addObject("date", new Figures(language).date(result.stored().completedOn()));
    }
}
