package org.threesigns.accounts;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What administrators did, the newest first. The filter chain lets administrators alone come here. */
@Controller
@RequestMapping(AuditController.PATH)
class AuditController {

    static final String PATH = "/admin/audit";

    private static final BigInteger HIGHEST = BigInteger.valueOf(Integer.MAX_VALUE);

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    /** What is in the address and cannot be is taken as not said. */
    @GetMapping
    String audit(
            @RequestParam(defaultValue = "") String event,
            @RequestParam(name = "page", defaultValue = "1") String number,
            Model model) {
        Optional<AuditEvent> only = AuditEvent.ofCode(event);
        Page<AuditEntry> page = audit.page(only.orElse(null), numberIn(number));
        model.addAttribute("event", only.map(AuditEvent::code).orElse(""));
        model.addAttribute("choices", choices());
        model.addAttribute("entries", page.map(AuditEntryView::of).getContent());
        model.addAttribute("number", page.getNumber() + 1);
        model.addAttribute("pages", Math.max(1, page.getTotalPages()));
        return "admin/audit";
    }

    private static List<Choice> choices() {
        return Arrays.stream(AuditEvent.values())
                .map(event -> new Choice(event.code(), AuditEntryView.words(event.code())))
                .toList();
    }

    private static int numberIn(String typed) {
        return typed.matches("[0-9]+") ? new BigInteger(typed).min(HIGHEST).intValue() : 1;
    }

    record Choice(String code, String words) {}
}
