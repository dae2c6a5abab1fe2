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
import org.threesigns.dashboard.DashboardFactory;
import org.threesigns.dashboard.GroupsPage;
import org.threesigns.dashboard.GroupsPageFactory;

/** Each chart of the dashboard as a picture and as numbers. Each download is audited. */
@Controller
class ChartController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final DashboardFactory dashboards;
    private final GroupsPageFactory groups;
    private final AuditLog audit;

    ChartController(DashboardFactory dashboards, GroupsPageFactory groups, AuditLog audit) {
        this.dashboards = dashboards;
        this.groups = groups;
        this.audit = audit;
    }

    /**
     * A chart that was asked for.
     *
     * @param about what it is about, for the audit log
     * @param caption the same for a reader
     */
    private record RequestedChart(Chart chart, String about, String caption) {}

    @GetMapping("/admin/charts/{id}.svg")
    void picture(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        RequestedChart asked = asked(id, parameters);
        writer(asked, ".svg", SVG, who, response)
                .append(asked.chart().svg(asked.caption()))
                .flush();
    }

    @GetMapping("/admin/charts/{id}.csv")
    void numbers(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        RequestedChart asked = asked(id, parameters);
        Csv.write(
                asked.chart().table(),
                writer(asked, ".csv", Download.CSV, who, response).append(Csv.BYTE_ORDER_MARK));
    }

    /** Charts that compare groups say by what; no others do. */
    private RequestedChart asked(String id, Map<String, String> parameters) {
        if (parameters.containsKey(GroupsPage.BY)) {
            GroupsPage page = groups.of(parameters);
            Chart chart = known(page.chart(id));
            return new RequestedChart(chart, Download.about(page), page.caption(chart));
        }
        Dashboard dashboard = dashboards.of(parameters);
        return new RequestedChart(known(dashboard.chart(id)), Download.about(dashboard.filter()), dashboard.caption());
    }

    private static Chart known(Optional<Chart> chart) {
        return chart.orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such chart to show"));
    }

    private Writer writer(
            RequestedChart asked, String type, MediaType media, Principal who, HttpServletResponse response)
            throws IOException {
        String file = asked.chart().id() + type;
        audit.record(AuditEvent.EXPORTED, who.getName(), "%s, %s".formatted(file, asked.about()));
        return Download.start(response, media, file);
    }
}
