package org.threesigns.result;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;

/** Deletes a result for good, after asking twice. */
@Controller
class DeletionController {

    private static final String DELETED = "/{language}/result/deleted";
    private static final String FOR_GOOD = "for-good";

    private final Results results;
    private final Assessments assessments;

    DeletionController(Results results, Assessments assessments) {
        this.results = results;
        this.assessments = assessments;
    }

    /** What deletion means. */
    @GetMapping(ResultAddress.PATTERN + "/delete")
    ModelAndView explain(@PathVariable("token") String address, Locale language) {
        return page("result/delete", results.at(address), language);
    }

    /** Asks once more, then deletes. */
    @PostMapping(ResultAddress.PATTERN + "/delete")
    ModelAndView delete(
            @PathVariable("token") String address, @RequestParam MultiValueMap<String, String> sent, Locale language) {
        return StoreUnavailablePage.of("deleted", address, "/delete", sent, language)
                .unless(() -> FOR_GOOD.equals(sent.getFirst("really"))
                        ? deleteForGood(address, language)
                        : page("result/delete-for-good", results.at(address), language));
    }

    /** Whoever did not get to read that it was deleted, and asks again, is told so now. */
    private ModelAndView deleteForGood(String address, Locale language) {
        assessments.delete(AssessmentToken.parse(address).orElseThrow(Results::notFound));
        return ResultAddress.redirectTo(UriComponentsBuilder.fromPath(DELETED)
                .build(language.toLanguageTag())
                .toString());
    }

    /** The same page for everybody: its address keeps nothing of the one that is gone. */
    @GetMapping(DELETED)
    String deleted() {
        return "result/deleted";
    }

    private static ModelAndView page(String view, Result result, Locale language) {
        return new ModelAndView(view, "path", result.path(language))
                .addObject("about", result.instrument())
                .addObject(
                        "date", new ScoreFormat(language).date(result.stored().completedOn()));
    }
}
