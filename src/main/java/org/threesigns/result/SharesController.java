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
import org.threesigns.assessment.ShareKey;
import org.threesigns.assessment.Shares;
import org.threesigns.result.ShareForm.Problems;

/** Opens, lists and ends the links that a result's owner gives to a therapist. */
@Controller
@RequestMapping(ResultAddress.PATTERN + "/shares")
class SharesController {

    private final Results results;
    private final Shares shares;

    SharesController(Results results, Shares shares) {
        this.results = results;
        this.shares = shares;
    }

    @GetMapping
    ModelAndView list(@PathVariable("token") String address, Locale language) {
        return page(results.scoredAt(address), ShareForm.empty(), Problems.NONE, language);
    }

    @PostMapping
    ModelAndView open(
            @PathVariable("token") String address,
            @RequestParam MultiValueMap<String, String> sent,
            Locale language,
            HttpServletRequest request) {
        return StoreUnavailablePage.of("shared", address, "/shares", sent, language)
                .unless(() -> open(results.scoredAt(address), sent, language, request));
    }

    /** Answers with the new link itself: a redirect would need its key in an address, which browsers remember. */
    private ModelAndView open(
            Result result, MultiValueMap<String, String> sent, Locale language, HttpServletRequest request) {
        var form = ShareForm.of(result, sent.get("sign"), sent.getFirst("days"));
        Problems problems = form.problems(shares.openShares(result.token()).size());
        if (problems.any()) {
            return refused(page(result, form, problems, language));
        }
        return shares.open(result.token(), form.signs(), form.validDays().orElseThrow())
                .map(key -> opened(key, result, language, request))
                .orElseGet(() -> full(result, form, language));
    }

    private ModelAndView opened(ShareKey key, Result result, Locale language, HttpServletRequest request) {
        return page(result, ShareForm.empty(), Problems.NONE, language)
                .addObject("link", SharedController.link(key, language, request))
                // The page in another language could not show the link again.
                .addObject("otherLanguages", List.of());
    }

    /** Another request has opened the last share in the meantime, or has deleted the result. */
    private ModelAndView full(Result result, ShareForm form, Locale language) {
        Result there = results.find(result.token()).orElseThrow(Results::notFound);
        return refused(page(there, form, Problems.FULL, language));
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable("token") String address, @RequestParam MultiValueMap<String, String> sent, Locale language) {
        String handle = Objects.requireNonNullElse(sent.getFirst("share"), "");
        return StoreUnavailablePage.of("ended", address, "/shares/end", sent, language)
                .unless(() -> {
                    Result result = results.scoredAt(address);
                    shares.end(result.token(), handle);
                    return ResultAddress.redirectTo(result.path(language) + "/shares");
                });
    }

    private ModelAndView page(Result result, ShareForm form, Problems problems, Locale language) {
        var open = shares.openShares(result.token()).stream()
                .map(share -> OpenShare.of(share, result, language))
                .toList();
        return new ModelAndView("result/shares", "path", result.path(language))
                .addObject("about", result.instrument())
                .addObject("signs", OpenShare.choices(result, language))
                .addObject("shares", open)
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("mostDays", Shares.MOST_DAYS);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
