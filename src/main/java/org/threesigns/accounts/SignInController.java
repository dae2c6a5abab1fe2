package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on. The post itself is the filter chain's; what it refuses comes back here. */
@Controller
@RequestMapping(SignInController.PATH)
class SignInController {

    static final String PATH = "/admin/sign-in";

    /** Where signing in leads to. */
    static final String HOME = "/admin";

    static final String SIGN_IN_WITH_NEW_PASSWORD = "redirect:" + PATH + "?made";

    private final FirstSetUp setUp;

    SignInController(FirstSetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping
    String form(
            @AuthenticationPrincipal @Nullable Administrator signedIn,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(name = "made", required = false) @Nullable String made,
            Model model) {
        if (signedIn != null) {
            return "redirect:" + HOME;
        }
        if (setUp.isOpen()) {
            return "redirect:" + SetUpController.PATH;
        }
        model.addAttribute("username", "");
        model.addAttribute("errors", new FormErrors());
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("made", made != null);
        return "admin/sign-in";
    }

    @PostMapping
    String refused(
            @RequestAttribute(SignInRefusal.ATTRIBUTE) SignInRefusal refusal,
            @RequestParam(defaultValue = "") String username,
            Model model) {
        FormErrors errors = new FormErrors();
        errors.add("username", words(refusal));
        model.addAttribute("username", username);
        model.addAttribute("errors", errors);
        return "admin/sign-in";
    }

    private static String words(SignInRefusal refusal) {
        if (refusal.isWrong()) {
            return "The name and the password do not fit together. Check both and try again.";
        }
        if (refusal.isDelayed()) {
            return "There were too many wrong tries. Wait %s seconds, then try again.".formatted(refusal.seconds());
        }
        return "Sign-in is not possible just now. Try again in a few seconds.";
    }
}
