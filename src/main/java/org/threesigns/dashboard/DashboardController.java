package org.threesigns.dashboard;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statistics of all published results; the overview is the first page after sign-in. */
@Controller
class DashboardController {

    private final DashboardFactory dashboards;
    private final GroupsPageFactory groups;

    DashboardController(DashboardFactory dashboards, GroupsPageFactory groups) {
        this.dashboards = dashboards;
        this.groups = groups;
    }

    @GetMapping("/admin")
    String overview(@RequestParam Map<String, String> parameters, Model model) {
        addFigures(parameters, model);
        return "admin/dashboard";
    }

    @GetMapping("/admin/items")
    String items(@RequestParam Map<String, String> parameters, Model model) {
        Dashboard dashboard = addFigures(parameters, model);
        model.addAttribute("table", new ItemsView(dashboard, ItemOrder.of(parameters)));
        return "admin/items";
    }

    @GetMapping("/admin/reliability")
    String reliability(@RequestParam Map<String, String> parameters, Model model) {
        addFigures(parameters, model);
        return "admin/reliability";
    }

    @GetMapping("/admin/months")
    String months(@RequestParam Map<String, String> parameters, Model model) {
        Dashboard dashboard = addFigures(parameters, model);
        model.addAttribute("trend", dashboard.trend());
        return "admin/months";
    }

    @GetMapping("/admin/percentiles")
    String percentiles(@RequestParam Map<String, String> parameters, Model model) {
        addFigures(parameters, model);
        return "admin/percentiles";
    }

    /** Two groups of respondents side by side. */
    @GetMapping("/admin/groups")
    String groups(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("groups", groups.of(parameters));
        addChoices(model);
        return "admin/groups";
    }

    private Dashboard addFigures(Map<String, String> parameters, Model model) {
        Dashboard dashboard = dashboards.of(parameters);
        model.addAttribute("dashboard", dashboard);
        addChoices(model);
        return dashboard;
    }

    private void addChoices(Model model) {
        model.addAttribute("instruments", dashboards.instruments());
        model.addAttribute("figures", new FigureFormat());
    }
}
