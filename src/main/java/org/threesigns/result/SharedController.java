package org.threesigns.result;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.assessment.ShareKey;
import org.threesigns.assessment.Shares;
import org.threesigns.publication.PeerFigureCache;
import org.threesigns.web.RequestOrigin;

/** Shows what a share shows, to whoever was given its link. */
@Controller
class SharedController {

    private static final String PATTERN = "/{language}/shared/{key}";

    private final Results results;
    private final Shares shares;
    private final PeerFigureCache peers;

    SharedController(Results results, Shares shares, PeerFigureCache peers) {
        this.results = results;
        this.shares = shares;
        this.peers = peers;
    }

    @GetMapping(PATTERN)
    ModelAndView show(@PathVariable("key") String address, Locale language) {
        return ShareKey.parse(address)
                .flatMap(shares::find)
                .map(shared -> view(SharedPage.of(results, shared, peers, language)))
                .orElseGet(SharedController::ended);
    }

    private static ModelAndView view(SharedPage shared) {
        return new ModelAndView("result/shared", "shared", shared)
                .addObject("about", shared.lines().instrument());
    }

    /** The whole address of a share, to be copied. */
    static String link(ShareKey key, Locale language, HttpServletRequest request) {
        URI path = UriComponentsBuilder.fromPath(PATTERN).build(language.toLanguageTag(), key.value());
        return RequestOrigin.of(request).address(request.getScheme()) + request.getContextPath() + path;
    }

    /** Revoked, ended, mistyped or never there: nobody can tell which. */
    private static ModelAndView ended() {
        return new ModelAndView("result/share-ended", HttpStatus.NOT_FOUND);
    }
}
