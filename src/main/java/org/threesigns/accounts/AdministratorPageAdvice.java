package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page here may know of whoever is signed in, so that the navigation shows where they may go. */
@ControllerAdvice(basePackageClasses = AdministratorPageAdvice.class)
class AdministratorPageAdvice {

    @ModelAttribute("managesAccounts")
    boolean managesAccounts(@AuthenticationPrincipal @Nullable Administrator who) {
        return who != null && who.role() == Role.ADMINISTRATOR;
    }
}
