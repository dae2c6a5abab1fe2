package org.threesigns.dashboard;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two groups of respondents side by side. */
@Controller
class GroupsController {

    private final GroupsPages pages;
    private final Dashboards dashboards;

    GroupsController(GroupsPages pages, Dashboards dashboards) {
        this.pages = pages;
        this.dashboards = dashboards;
    }

    @GetMapping("/admin/groups")
    String groups(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("groups", pages.of(parameters));
        model.addAttribute("instruments", dashboards.instruments());
        model.addAttribute("figures", new FigureFormat());
        return "admin/groups";
    }
}
