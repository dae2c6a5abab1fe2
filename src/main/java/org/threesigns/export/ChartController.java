package org.threesigns.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.dashboard.Chart;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.dashboard.DashboardFilter;
import org.threesigns.dashboard.Dashboards;
import org.threesigns.dashboard.GroupsPage;
import org.threesigns.dashboard.GroupsPages;

/** Each chart of the dashboard as a picture and as numbers. Each download is audited. */
@Controller
class ChartController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Dashboards dashboards;
    private final GroupsPages groups;
    private final AuditLog audit;

    ChartController(Dashboards dashboards, GroupsPages groups, AuditLog audit) {
        this.dashboards = dashboards;
        this.groups = groups;
        this.audit = audit;
    }

    /** A chart that was asked for, and what it is about. */
    private record Asked(Chart chart, DashboardFilter filter, String caption) {}

    @GetMapping("/admin/charts/{id}.svg")
    void picture(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        sendPicture(ofDashboard(id, parameters), who, response);
    }

    @GetMapping("/admin/charts/{id}.csv")
    void numbers(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        sendNumbers(ofDashboard(id, parameters), who, response);
    }

    @GetMapping("/admin/groups/charts/{id}.svg")
    void pictureOfGroups(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        sendPicture(ofGroups(id, parameters), who, response);
    }

    @GetMapping("/admin/groups/charts/{id}.csv")
    void numbersOfGroups(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        sendNumbers(ofGroups(id, parameters), who, response);
    }

    private Asked ofDashboard(String id, Map<String, String> parameters) {
        Dashboard dashboard = dashboards.of(parameters);
        return new Asked(known(dashboard.chart(id)), dashboard.filter(), dashboard.caption());
    }

    private Asked ofGroups(String id, Map<String, String> parameters) {
        GroupsPage page = groups.of(parameters);
        return new Asked(known(page.chart(id)), page.filter(), page.caption());
    }

    private static Chart known(Optional<Chart> chart) {
        return chart.orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such chart to show"));
    }

    private void sendPicture(Asked asked, Principal who, HttpServletResponse response) throws IOException {
        String file = asked.chart().id() + ".svg";
        writeDown(file, asked, who);
        Download.start(response, SVG, file)
                .append(asked.chart().svg(asked.caption()))
                .flush();
    }

    private void sendNumbers(Asked asked, Principal who, HttpServletResponse response) throws IOException {
        String file = asked.chart().id() + ".csv";
        writeDown(file, asked, who);
        Writer out = Download.start(response, Download.CSV, file);
        asked.chart().table().forEach(new Csv(out)::row);
        out.flush();
    }

    private void writeDown(String file, Asked asked, Principal who) {
        audit.record(AuditEvent.EXPORTED, who.getName(), Download.describe(file, asked.filter()));
    }
}
