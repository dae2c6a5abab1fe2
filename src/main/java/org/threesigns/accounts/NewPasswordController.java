package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody chooses the password of their account with the link that they were given. It works once. */
@Controller
@RequestMapping(NewPasswordController.PATH + "/{code}")
class NewPasswordController {

    static final String PATH = "/admin/new-password";

    private final PasswordService passwords;
    private final DeviceCookies devices;

    NewPasswordController(PasswordService passwords, DeviceCookies devices) {
        this.passwords = passwords;
        this.devices = devices;
    }

    @GetMapping
    ModelAndView form(@PathVariable String code) {
        return page(code, new FormErrors());
    }

    @PostMapping
    ModelAndView choose(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> username = passwords.usernameOf(code); // until the code is used
        Set<FormProblem> problems = passwords.choose(code, password, repeated);
        if (!problems.isEmpty()) {
            return page(code, FormErrors.of(problems));
        }
        username.ifPresent(name -> devices.issue(name, request, response));
        return new ModelAndView(SignInController.SIGN_IN_WITH_NEW_PASSWORD);
    }

    private ModelAndView page(String code, FormErrors errors) {
        Optional<String> username = passwords.usernameOf(code);
        ModelAndView page = new ModelAndView(username.isPresent() ? "admin/new-password" : "admin/new-password-over");
        page.addObject("code", code);
        page.addObject("username", username.orElse(""));
        page.addObject("errors", errors);
        page.setStatus(username.isPresent() ? errors.status() : HttpStatus.NOT_FOUND);
        return page;
    }
}
