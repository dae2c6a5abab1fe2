package org.threesigns.result;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.guidance.Audience;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.GuidanceLibrary;
import org.threesigns.publication.Peers;
import org.threesigns.statistics.PeerFigures;

/** Shows a result to whoever has its link. */
@Controller
class ResultController {

    private final Results results;
    private final GuidanceLibrary library;
    private final Peers peers;

    ResultController(Results results, GuidanceLibrary library, Peers peers) {
        this.results = results;
        this.library = library;
        this.peers = peers;
    }

    @GetMapping(ResultAddress.PATTERN)
    ModelAndView show(@PathVariable("token") String address, Locale language) {
        Result result = results.at(address);
        PeerFigures figures = peers.of(result.instrument());
        Guidance onScreen = guidance(result, language, result.stored().supportFirst());
        Guidance onPaper = result.stored().supportFirst() ? onScreen : guidance(result, language, true);
        return new ModelAndView("result/page", "page", ResultPage.of(result, onScreen, onPaper, figures, language));
    }

    private Guidance guidance(Result result, Locale language, boolean supportFirst) {
        var stored = result.stored();
        var audience = new Audience(language.toLanguageTag(), stored.wording(), supportFirst);
        return library.guide(result.instrument(), stored.responses(), result.profile(), audience);
    }
}
