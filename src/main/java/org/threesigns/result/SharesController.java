package org.threesigns.result;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import org.threesigns.assessment.ShareKey;
import org.threesigns.assessment.Shares;
import org.threesigns.result.ShareForm.Problems;

/** Opens, lists and ends the links that a result's owner gives to a therapist. */
@Controller
@RequestMapping("/{language}/result/{token}/shares")
class SharesController {

    private final Results results;
    private final Shares shares;

    SharesController(Results results, Shares shares) {
        this.results = results;
        this.shares = shares;
    }

    /** @param made the key of a share that was just opened: it is told this once, to whoever has the result's link */
    @GetMapping
    ModelAndView list(
            @PathVariable("token") String address,
            @RequestParam(name = "made", required = false) @Nullable String made,
            Locale language,
            HttpServletRequest request) {
        Result result = results.at(address);
        ModelAndView page = page(result, ShareForm.empty(), Problems.NONE, language);
        newShare(result, made).ifPresent(key -> page.addObject("link", link(key, language, request)));
        return page;
    }

    @PostMapping
    ModelAndView open(
            @PathVariable("token") String address,
            @RequestParam(name = "sign", required = false) @Nullable List<String> ticked,
            @RequestParam(name = "days", required = false) @Nullable String days,
            Locale language) {
        Result result = results.at(address);
        var form = ShareForm.of(result, ticked, days);
        Problems problems = form.problems(shares.openShares(result.token()).size());
        if (problems.any()) {
            return refused(page(result, form, problems, language));
        }
        return shares.open(result.token(), form.signs(), form.validDays().orElseThrow())
                .map(key -> to(result, "?made=" + key.value(), language))
                .orElseThrow(Results::notFound);
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable("token") String address,
            @RequestParam(name = "share", defaultValue = "") String handle,
            Locale language) {
        Result result = results.at(address);
        shares.end(result.token(), handle);
        return to(result, "", language);
    }

    private Optional<ShareKey> newShare(Result result, @Nullable String made) {
        return Optional.ofNullable(made)
                .flatMap(ShareKey::parse)
                .filter(key -> shares.openShare(result.token(), key).isPresent());
    }

    private ModelAndView page(Result result, ShareForm form, Problems problems, Locale language) {
        var open = shares.openShares(result.token()).stream()
                .map(share -> OpenShare.of(share, result, language))
                .toList();
        return new ModelAndView("result/shares", "path", result.path(language))
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

    /** The whole address, to be copied. */
    private static String link(ShareKey key, Locale language, HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .pathSegment(language.toLanguageTag(), "shared", key.value())
                .toUriString();
    }

    private static ModelAndView to(Result result, String query, Locale language) {
        var redirect = new RedirectView(result.path(language) + "/shares" + query, true, false);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
