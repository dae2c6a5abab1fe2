package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that asks for a passkey after the password. */
@Controller
@RequestMapping(PasskeySignInController.PATH)
class PasskeySignInController {

    static final String PATH = SignInController.PATH + "/passkey";

    private final PasskeyAuthenticationService passkeySignIn;
    private final AdministratorSite site;
    private final AdministratorSecurityContextRepository sessions;
    private final DeviceCookies devices;
    private final AuditLog audit;

    PasskeySignInController(
            PasskeyAuthenticationService passkeySignIn,
            AdministratorSite site,
            AdministratorSecurityContextRepository sessions,
            DeviceCookies devices,
            AuditLog audit) {
        this.passkeySignIn = passkeySignIn;
        this.site = site;
        this.sessions = sessions;
        this.devices = devices;
        this.audit = audit;
    }

    /** What is in the address and cannot be is taken as not said. */
    @GetMapping
    ModelAndView ask(
            Authentication who,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String wait) {
        Optional<String> question = passkeySignIn.requestOptions(who, request);
        if (question.isEmpty()) {
            return new ModelAndView("redirect:" + SignInController.HOME);
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
        page.addObject("place", PasskeyAvailability.of(site, request));
        return page;
    }

    /** After a wrong answer, the page asks anew. */
    @PostMapping
    String show(
            Authentication who,
            @AuthenticationPrincipal Administrator you,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            passkeySignIn.authenticate(who, passkey, request);
        } catch (AuthenticationException e) {
            SignInRefusal refusal = SignInRefusal.of(e);
            return "redirect:" + PATH + (refusal.isWrong() ? "?wrong" : "?wait=" + refusal.seconds());
        }
        if (sessions.passkeyShown(you, request, response)) {
            devices.issue(you, request, response);
            audit.record(AuditEvent.SIGNED_IN, you.username());
        }
        return "redirect:" + SignInController.HOME;
    }

    private static String waitFor(String seconds) {
        return seconds.matches("[0-9]{1,3}")
                ? "That did not work just now. Wait %s seconds, then try again.".formatted(seconds)
                : "That did not work just now. Wait half a minute, then try again.";
    }
}
