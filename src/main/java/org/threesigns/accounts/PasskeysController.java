package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Where everybody who is signed in looks after the passkeys of their own account. */
@Controller
@RequestMapping(PasskeysController.PATH)
class PasskeysController {

    static final String PATH = "/admin/passkeys";

    private static final String LIST = "redirect:" + PATH;

    /** What the list says after a change; anything else in the address is not repeated. */
    private static final Map<String, String> DONE = Map.of(
            "added", "Your passkey is added. From now on, signing in asks for one after the password.",
            "removed", "The passkey is removed. It does not let you in any more.",
            "last", "That was your last passkey. From now on, your password alone lets you in.");

    private final PasskeyService passkeys;
    private final AdministratorSite site;
    private final AdministratorSecurityContextRepository sessions;

    PasskeysController(
            PasskeyService passkeys, AdministratorSite site, AdministratorSecurityContextRepository sessions) {
        this.passkeys = passkeys;
        this.site = site;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal Administrator you,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String done) {
        ModelAndView page = new ModelAndView("admin/passkeys");
        page.addObject(
                "passkeys", passkeys.of(you).stream().map(PasskeyView::of).toList());
        page.addObject("full", passkeys.isFull(you));
        page.addObject("place", PasskeyAvailability.of(site, request));
        page.addObject("done", done == null ? null : DONE.get(done));
        return page;
    }

    @GetMapping("/new")
    ModelAndView form(HttpServletRequest request) {
        return site.isAt(request) ? form("", new FormErrors()) : new ModelAndView(LIST);
    }

    @PostMapping("/new")
    ModelAndView begin(
            @AuthenticationPrincipal Administrator you,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password) {
        try {
            passkeys.begin(you, name, password, request);
            return new ModelAndView(LIST + "/new/key");
        } catch (FormRefusedException e) {
            return form(name, FormErrors.of(e.problem()));
        }
    }

    @GetMapping("/new/key")
    ModelAndView ask(@AuthenticationPrincipal Administrator you, HttpServletRequest request) {
        return passkeys.creationOptions(you, request)
                .map(question -> new ModelAndView("admin/passkey-key")
                        .addObject("question", question)
                        .addObject("place", PasskeyAvailability.of(site, request)))
                .orElseGet(() -> new ModelAndView(LIST + "/new"));
    }

    @PostMapping("/new/key")
    ModelAndView add(
            @AuthenticationPrincipal Administrator you,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String passkey) {
        try {
            passkeys.add(you, passkey, request);
        } catch (FormRefusedException e) {
            return form("", FormErrors.of(e.problem()));
        }
        sessions.passkeyShown(you, request, response);
        return new ModelAndView(LIST + "?done=added");
    }

    @GetMapping("/{id}/remove")
    ModelAndView askBeforeRemoving(@AuthenticationPrincipal Administrator you, @PathVariable UUID id) {
        return removal(you, id, new FormErrors());
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(
            @AuthenticationPrincipal Administrator you,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password) {
        try {
            boolean last = passkeys.remove(you, id, password);
            return new ModelAndView(LIST + (last ? "?done=last" : "?done=removed"));
        } catch (FormRefusedException e) {
            return e.problem() == FormProblem.PASSKEY_GONE
                    ? new ModelAndView(LIST)
                    : removal(you, id, FormErrors.of(e.problem()));
        }
    }

    private ModelAndView removal(Administrator you, UUID id, FormErrors errors) {
        Passkey passkey = passkeys.find(you, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ModelAndView page = new ModelAndView("admin/passkey-remove");
        page.addObject("passkey", PasskeyView.of(passkey));
        page.addObject("last", passkeys.of(you).size() == 1);
        page.addObject("username", you.username());
        page.addObject("errors", errors);
        page.setStatus(errors.status());
        return page;
    }

    private static ModelAndView form(String name, FormErrors errors) {
        ModelAndView page = new ModelAndView("admin/passkey-new");
        page.addObject("name", name);
        page.addObject("errors", errors);
        page.setStatus(errors.status());
        return page;
    }
}
