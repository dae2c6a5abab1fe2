package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that asks for a passkey after the password. The post itself is the filter chain's, which leads back here. */
@Controller
class SecondFactorController {

    private final SecondFactor step;
    private final RelyingParty site;

    SecondFactorController(SecondFactor step, RelyingParty site) {
        this.step = step;
        this.site = site;
    }

    /** What is in the address and cannot be is taken as not said. */
    @GetMapping("/admin/sign-in/passkey")
    ModelAndView ask(
            Authentication who,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String wait) {
        Optional<String> question = step.question(who, request);
        if (question.isEmpty()) {
            return new ModelAndView("redirect:/admin");
        }
        FormErrors errors = new FormErrors();
        if (wait != null) {
            errors.add("passkey", waitFor(wait));
        } else if (wrong != null) {
            errors.add("passkey", "This passkey was not accepted. Try again, or use another one of this account.");
        }
        ModelAndView page = new ModelAndView("admin/sign-in-passkey");
        page.addObject("errors", errors);
        page.addObject("options", question.get());
        page.addObject("place", PasskeyPlace.of(site, request));
        return page;
    }

    private static String waitFor(String seconds) {
        return seconds.matches("[0-9]{1,3}")
                ? "That did not work just now. Wait %s seconds, then try again.".formatted(seconds)
                : "That did not work just now. Wait half a minute, then try again.";
    }
}
