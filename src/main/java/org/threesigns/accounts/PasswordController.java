package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody who is signed in changes their own password. */
@Controller
@RequestMapping(PasswordController.PATH)
class PasswordController {

    static final String PATH = "/admin/password";

    private final PasswordService passwords;
    private final AdministratorSecurityContextRepository sessions;
    private final DeviceCookies devices;

    PasswordController(
            PasswordService passwords, AdministratorSecurityContextRepository sessions, DeviceCookies devices) {
        this.passwords = passwords;
        this.devices = devices;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView form(
            @AuthenticationPrincipal Administrator you, @RequestParam(required = false) @Nullable String changed) {
        return page(you, new FormErrors()).addObject("changed", changed != null);
    }

    @PostMapping
    ModelAndView change(
            @AuthenticationPrincipal Administrator you,
            Authentication who,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response) {
        Set<FormProblem> problems = passwords.change(you, old, password, repeated);
        if (!problems.isEmpty()) {
            return page(you, FormErrors.of(problems));
        }
        sessions.renew(who, request, response);
        devices.issue(you.username(), request, response);
        return new ModelAndView("redirect:" + PATH + "?changed");
    }

    private static ModelAndView page(Administrator you, FormErrors errors) {
        ModelAndView page = new ModelAndView("admin/password");
        page.addObject("username", you.username());
        page.addObject("errors", errors);
        page.setStatus(errors.status());
        return page;
    }
}
