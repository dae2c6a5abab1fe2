package org.threesigns.result;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.publication.PeerFigureCache;
import org.threesigns.statistics.PeerFigures;

/** Puts a result beside an earlier one, the link of which its owner pastes. Nothing about the pair is stored. */
@Controller
@RequestMapping(ResultAddress.PATTERN + "/compare")
class ComparisonController {

    /** Far more than a link is long. */
    private static final int LONGEST = 2_000;

    private final Results results;
    private final PeerFigureCache peers;

    ComparisonController(Results results, PeerFigureCache peers) {
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
        Optional<AssessmentToken> token = token(link);
        if (token.isEmpty()) {
            return refused(result, link.isBlank() ? "empty" : "unreadable", language);
        }
        if (token.get().equals(result.token())) {
            return refused(result, "same", language);
        }
        Optional<Result> other = results.find(token.get());
        if (other.isEmpty()) {
            return refused(result, "nowhere", language);
        }
        CompletedAssessment own = result.stored();
        CompletedAssessment earlier = other.get().stored();
        if (!earlier.instrument().equals(own.instrument())) {
            return refused(result, "instrument", language);
        }
        return earlier.version() == own.version()
                ? comparison(result, other.get(), language, request)
                : refused(result, "version", language);
    }

    private static Optional<AssessmentToken> token(String link) {
        return link.length() <= LONGEST
                ? MangledLink.key(link, "result").flatMap(AssessmentToken::parse)
                : Optional.empty();
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
    private static ModelAndView refused(Result result, String problem, Locale language) {
        ModelAndView form = form(result, language);
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
