package org.threesigns.result;

import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.guidance.Audience;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.GuidanceLibrary;
import org.threesigns.publication.PeerFigureCache;

/** Shows a result, and what has a page of its own below it, to whoever has its link. */
@Controller
@RequestMapping(ResultAddress.PATTERN)
class ResultController {

    private final Results results;
    private final GuidanceLibrary library;
    private final PeerFigureCache peers;

    ResultController(Results results, GuidanceLibrary library, PeerFigureCache peers) {
        this.results = results;
        this.library = library;
        this.peers = peers;
    }

    @GetMapping
    ModelAndView show(@PathVariable("token") String address, Locale language) {
        Result result = results.at(address);
        return result.instrument().isScored() ? view("result/page", page(result, language)) : thanks(result, language);
    }

    private ModelAndView thanks(Result result, Locale language) {
        Guidance guidance = guidance(result, language, result.stored().supportFirst());
        return new ModelAndView("result/thanks", "page", ThanksPage.of(result, guidance, language))
                .addObject("about", result.instrument());
    }

    @GetMapping("/ideas")
    ModelAndView ideas(@PathVariable("token") String address, Locale language) {
        return ifThereIsAny("result/ideas", page(address, language), ResultPage::hasMoreIdeas);
    }

    @GetMapping("/plan")
    ModelAndView plan(@PathVariable("token") String address, Locale language) {
        return ifThereIsAny(
                "result/plan", page(address, language), page -> !page.plan().isEmpty());
    }

    @GetMapping("/sources")
    ModelAndView sources(@PathVariable("token") String address, Locale language) {
        return view("result/sources", page(address, language));
    }

    @GetMapping("/keep")
    ModelAndView keep(@PathVariable("token") String address, Locale language) {
        return view("result/keep", page(address, language));
    }

    /** It is for paper, and so the same whether support comes first or not, on the screen too. */
    @GetMapping("/everything")
    ModelAndView everything(@PathVariable("token") String address, Locale language) {
        Result result = results.scoredAt(address);
        Guidance onPaper = guidance(result, language, true);
        return view("result/everything", page(result, onPaper, onPaper, language));
    }

    private static ModelAndView ifThereIsAny(String template, ResultPage page, Predicate<ResultPage> any) {
        if (!any.test(page)) {
            throw Results.notFound();
        }
        return view(template, page);
    }

    private static ModelAndView view(String template, ResultPage page) {
        return new ModelAndView(template, "page", page)
                .addObject("about", page.lines().instrument());
    }

    private ResultPage page(String address, Locale language) {
        return page(results.at(address), language);
    }

    private ResultPage page(Result result, Locale language) {
        Guidance onScreen = guidance(result, language, result.stored().supportFirst());
        Guidance onPaper = result.stored().supportFirst() ? onScreen : guidance(result, language, true);
        return page(result, onScreen, onPaper, language);
    }

    private ResultPage page(Result result, Guidance onScreen, Guidance onPaper, Locale language) {
        return ResultPage.of(result, onScreen, onPaper, peers.of(result.instrument()), language);
    }

    private Guidance guidance(Result result, Locale language, boolean supportFirst) {
        var stored = result.stored();
        var audience = new Audience(language.toLanguageTag(), stored.wording(), supportFirst);
        return library.guide(result.instrument(), stored.responses(), result.profile(), audience);
    }
}
