package org.threesigns.result;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.publication.Peers;
import org.threesigns.statistics.PeerFigures;

/** Puts a result beside an earlier one, the link of which its owner pastes. Nothing about the pair is stored. */
@Controller
@RequestMapping(ResultAddress.PATTERN + "/compare")
class ComparisonController {

    private final Results results;
    private final Peers peers;

    ComparisonController(Results results, Peers peers) {
        this.results = results;
        this.peers = peers;
    }

    @GetMapping
    ModelAndView ask(@PathVariable("token") String address, Locale language) {
        return form(results.scoredAt(address), language);
    }

    @PostMapping
    ModelAndView compare(
            @PathVariable("token") String address,
            @RequestParam MultiValueMap<String, String> sent,
            Locale language,
            HttpServletRequest request) {
        String link = Objects.requireNonNullElse(sent.getFirst("link"), "");
        return StoreUnavailablePage.of("compared", address, "/compare", sent, language)
                .unless(() -> compare(results.scoredAt(address), link, language, request));
    }

    private ModelAndView compare(Result result, String link, Locale language, HttpServletRequest request) {
        ResultLinkParser pasted = ResultLinkParser.read(link, result, results);
        if (pasted instanceof ResultLinkParser.Found found) {
            return comparison(result, found.result(), language, request);
        }
        return refused(form(result, language), ((ResultLinkParser.Refused) pasted).problem());
    }

    /** Here the languages are buttons that send the other key again; the frame's links would lose it. */
    private ModelAndView comparison(Result result, Result other, Locale language, HttpServletRequest request) {
        PeerFigures figures = peers.of(result.instrument());
        return new ModelAndView("result/comparison", "comparison", Comparison.of(result, other, figures, language))
                .addObject("about", result.instrument())
                .addObject("other", other.token().value())
                .addObject("languages", request.getAttribute("otherLanguages"))
                .addObject("otherLanguages", List.of());
    }

    /** The link is not shown again: it is a key, and it was no use here. */
    private static ModelAndView refused(ModelAndView form, String problem) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form.addObject("problem", problem);
    }

    private static ModelAndView form(Result result, Locale language) {
        return new ModelAndView("result/compare", "path", result.path(language))
                .addObject("about", result.instrument())
                .addObject(
                        "date", new ScoreFormat(language).date(result.stored().completedOn()));
    }
}
