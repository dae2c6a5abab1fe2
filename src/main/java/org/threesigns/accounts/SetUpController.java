package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
        return page(new SetUpForm("", "", "", ""), new FormErrors());
    }

    @PostMapping
    ModelAndView make(SetUpForm form, HttpServletRequest request, HttpServletResponse response) {
        Set<FormProblem> problems =
                setUp.makeFirstAccount(form.code(), form.username(), form.password(), form.repeated());
        if (problems.contains(FormProblem.ALREADY_SET_UP)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!problems.isEmpty()) {
            return page(form, FormErrors.of(problems));
        }
        devices.issue(form.username(), request, response);
        return new ModelAndView(SignInController.SIGN_IN_WITH_NEW_PASSWORD);
    }

    private static ModelAndView page(SetUpForm form, FormErrors errors) {
        ModelAndView page = new ModelAndView("admin/set-up");
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.setStatus(errors.status());
        return page;
    }
}
