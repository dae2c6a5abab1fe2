package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Who may sign in, and as what. The filter chain lets administrators alone come here. */
@Controller
@RequestMapping(AccountsController.PATH)
class AccountsController {

    static final String PATH = "/admin/accounts";

    private static final String LIST = "redirect:" + PATH + "?done=";

    /** What the list says after a change; anything else in the address is not repeated. */
    private static final Map<String, String> DONE = Map.of(
            "role", "The role is changed. It counts at once.",
            "closed", "The account is closed. Nobody can sign in with it, and its open sessions are over.",
            "opened", "The account is open again.",
            "passkeys",
                    "The passkeys are taken away. The password alone lets its owner in, and open sessions are over.",
            "deleted", "The account is deleted.");

    private final AccountService accounts;
    private final AdministratorSite site;

    AccountsController(AccountService accounts, AdministratorSite site) {
        this.accounts = accounts;
        this.site = site;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal Administrator you, @RequestParam(required = false) @Nullable String done) {
        ModelAndView page = new ModelAndView("admin/accounts");
        page.addObject(
                "accounts",
                accounts.findAll().stream()
                        .map(account -> AccountView.of(account, you.id()))
                        .toList());
        page.addObject("done", done == null ? null : DONE.get(done));
        return page;
    }

    @GetMapping("/new")
    ModelAndView form() {
        return newAccount("", Role.ANALYST, new FormErrors());
    }

    @PostMapping("/new")
    ModelAndView add(
            @AuthenticationPrincipal Administrator you,
            @RequestParam(defaultValue = "") String username,
            @RequestParam Role role,
            HttpServletRequest request) {
        try {
            return link(accounts.add(you, username, role), request);
        } catch (FormRefusedException e) {
            return newAccount(username, role, errors("username", e));
        }
    }

    @GetMapping("/{id}")
    ModelAndView account(@AuthenticationPrincipal Administrator you, @PathVariable UUID id) {
        return account(you, id, new FormErrors());
    }

    @PostMapping("/{id}/role")
    ModelAndView changeRole(
            @AuthenticationPrincipal Administrator you, @PathVariable UUID id, @RequestParam Role role) {
        return change(you, id, "role", "role", () -> accounts.changeRole(you, id, role));
    }

    @PostMapping("/{id}/closed")
    ModelAndView close(@AuthenticationPrincipal Administrator you, @PathVariable UUID id) {
        return change(you, id, "state", "closed", () -> accounts.setEnabled(you, id, false));
    }

    @PostMapping("/{id}/opened")
    ModelAndView open(@AuthenticationPrincipal Administrator you, @PathVariable UUID id) {
        return change(you, id, "state", "opened", () -> accounts.setEnabled(you, id, true));
    }

    @PostMapping("/{id}/passkeys")
    ModelAndView takePasskeysAway(@AuthenticationPrincipal Administrator you, @PathVariable UUID id) {
        return change(you, id, "passkeys", "passkeys", () -> accounts.removePasskeys(you, id));
    }

    @GetMapping("/{id}/delete")
    ModelAndView askBeforeDeleting(@AuthenticationPrincipal Administrator you, @PathVariable UUID id) {
        ModelAndView page = new ModelAndView("admin/account-delete");
        page.addObject("account", existing(you, id));
        return page;
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(@AuthenticationPrincipal Administrator you, @PathVariable UUID id) {
        return change(you, id, "delete", "deleted", () -> accounts.delete(you, id));
    }

    /** The link stands on the answer itself, once: in no address, no log and no session. */
    @PostMapping("/{id}/link")
    ModelAndView inviteAgain(
            @AuthenticationPrincipal Administrator you, @PathVariable UUID id, HttpServletRequest request) {
        try {
            return link(accounts.inviteAgain(you, id), request);
        } catch (FormRefusedException e) {
            return account(you, id, errors("link", e));
        }
    }

    private ModelAndView change(Administrator you, UUID id, String part, String done, Runnable change) {
        try {
            change.run();
        } catch (FormRefusedException e) {
            return account(you, id, errors(part, e));
        }
        // Administrators who have changed their own account may not see the list any more.
        return new ModelAndView(you.id().equals(id) ? "redirect:" + SignInController.HOME : LIST + done);
    }

    private static FormErrors errors(String part, FormRefusedException refusal) {
        if (refusal.problem() == FormProblem.NOT_ALLOWED) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, null, refusal);
        }
        FormErrors errors = new FormErrors();
        errors.add(part, refusal.problem().message());
        return errors;
    }

    private static ModelAndView newAccount(String username, Role role, FormErrors errors) {
        ModelAndView page = new ModelAndView("admin/account-new");
        page.addObject("username", username);
        page.addObject("role", role);
        return withErrors(page, errors);
    }

    private ModelAndView account(Administrator you, UUID id, FormErrors errors) {
        ModelAndView page = new ModelAndView("admin/account");
        page.addObject("account", existing(you, id));
        return withErrors(page, errors);
    }

    private static ModelAndView withErrors(ModelAndView page, FormErrors errors) {
        page.addObject("errors", errors);
        page.setStatus(errors.status());
        return page;
    }

    private ModelAndView link(Invitation invitation, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("admin/account-link");
        page.addObject("username", invitation.username());
        page.addObject("lasts", invitation.lasts().toDays() + " days");
        page.addObject("link", site.addressFor(request) + request.getContextPath() + invitation.path());
        return page;
    }

    private AccountView existing(Administrator you, UUID id) {
        return accounts.find(id)
                .map(account -> AccountView.of(account, you.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
