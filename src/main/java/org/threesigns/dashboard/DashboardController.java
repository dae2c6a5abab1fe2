package org.threesigns.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threesigns.accounts.Role;

/** The first page after sign-in: the statistics of all published results. */
@Controller
class DashboardController {

    private final Dashboards dashboards;

    DashboardController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/admin")
    String dashboard(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        model.addAttribute("dashboard", dashboards.of(parameters));
        model.addAttribute("instruments", dashboards.instruments());
        model.addAttribute("figures", new FigureFormat());
        model.addAttribute("mayExport", request.isUserInRole(Role.ADMINISTRATOR.name()));
        return "admin/dashboard";
    }
}
