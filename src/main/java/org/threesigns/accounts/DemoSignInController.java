package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Signs in with the link that a demo prints at the end of startup. */
@Controller
@Profile("demo")
class DemoSignInController {

    static final String PATH = "/admin/demo";

    private final DemoAccount demo;
    private final AdministratorSecurityContextRepository sessions;

    DemoSignInController(DemoAccount demo, AdministratorSecurityContextRepository sessions) {
        this.demo = demo;
        this.sessions = sessions;
    }

    @GetMapping(PATH + "/{code}")
    String signIn(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        Account account = demo.make(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        @Nullable HttpSession earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate(); // its id may be known to others
        }
        sessions.saveContext(
                new SecurityContextImpl(AdministratorAuthentication.of(account, false)), request, response);
        return "redirect:" + SignInController.HOME;
    }
}
