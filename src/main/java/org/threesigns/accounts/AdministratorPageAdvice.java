package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page behind sign-in whether its reader manages accounts, and so may download responses, for what the page
 * offers. The packages are named, since this one may not use them.
 */
@ControllerAdvice(basePackages = {"org.threesigns.accounts", "org.threesigns.dashboard", "org.threesigns.export"})
class AdministratorPageAdvice {

    @ModelAttribute("managesAccounts")
    boolean managesAccounts(HttpServletRequest request) {
        return request.isUserInRole(Role.ADMINISTRATOR.name());
    }
}
