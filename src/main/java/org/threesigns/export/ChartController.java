package org.threesigns.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
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
import org.threesigns.dashboard.Dashboards;

/** Each chart of the dashboard as a picture and as numbers. Each download is audited. */
@Controller
class ChartController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Dashboards dashboards;
    private final AuditLog audit;

    ChartController(Dashboards dashboards, AuditLog audit) {
        this.dashboards = dashboards;
        this.audit = audit;
    }

    @GetMapping("/admin/charts/{id}.svg")
    void picture(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        Chart chart = chart(dashboard, id);
        String file = id + ".svg";
        writeDown(file, dashboard, who);
        Download.start(response, SVG, file)
                .append(chart.svg(dashboard.caption()))
                .flush();
    }

    @GetMapping("/admin/charts/{id}.csv")
    void numbers(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        Chart chart = chart(dashboard, id);
        String file = id + ".csv";
        writeDown(file, dashboard, who);
        Writer out = Download.start(response, Download.CSV, file);
        chart.table().forEach(new Csv(out)::row);
        out.flush();
    }

    private static Chart chart(Dashboard dashboard, String id) {
        return dashboard
                .chart(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such chart to show"));
    }

    private void writeDown(String file, Dashboard dashboard, Principal who) {
        audit.record(AuditEvent.EXPORTED, who.getName(), Download.describe(file, dashboard));
    }
}
