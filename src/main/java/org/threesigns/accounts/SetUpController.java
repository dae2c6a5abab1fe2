package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Makes the first account. Once there is one, there is no such page. */
@Controller
@RequestMapping(SetUpController.PATH)
class SetUpController {

    static final String PATH = "/admin/set-up";

    private final FirstSetUp setUp;
    private final DeviceCookies devices;

    SetUpController(FirstSetUp setUp, DeviceCookies devices) {
        this.setUp = setUp;
        this.devices = devices;
    }

    @GetMapping
    ModelAndView form() {
        if (!setUp.isOpen()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page("", "", new FormErrors());
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response) {
        Set<FormProblem> problems = setUp.makeFirstAccount(code, username, password, repeated);
        if (problems.contains(FormProblem.ALREADY_SET_UP)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!problems.isEmpty()) {
            return page(code, username, FormErrors.of(problems));
        }
        devices.issue(username, request, response);
        return new ModelAndView(SignInController.SIGN_IN_WITH_NEW_PASSWORD);
    }

    private static ModelAndView page(String code, String username, FormErrors errors) {
        ModelAndView page = new ModelAndView("admin/set-up");
        page.addObject("code", code);
        page.addObject("username", username);
        page.addObject("errors", errors);
        page.setStatus(errors.status());
        return page;
    }
}
