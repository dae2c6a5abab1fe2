package org.threesigns.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.dashboard.Dashboards;
import tools.jackson.databind.json.JsonMapper;

/** The files that can be downloaded, except the responses. Each download of figures is audited. */
@Controller
class ExportController {

    private final Dashboards dashboards;
    private final AuditLog audit;
    private final JsonMapper json;

    ExportController(Dashboards dashboards, AuditLog audit, JsonMapper json) {
        this.dashboards = dashboards;
        this.audit = audit;
        this.json = json;
    }

    @GetMapping("/admin/codebook")
    String codebook(@RequestParam Map<String, String> parameters, Model model) {
        Dashboard dashboard = dashboards.of(parameters);
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("codebook", new Codebook(dashboard.instrument()));
        return "admin/codebook";
    }

    @GetMapping("/admin/codebook.csv")
    void codebookFile(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Writer out = Download.start(response, Download.CSV, "codebook.csv");
        new Codebook(dashboards.of(parameters).instrument()).table().forEach(new Csv(out)::row);
        out.flush();
    }

    @GetMapping("/admin/aggregates.csv")
    void aggregates(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        writeDown("aggregates.csv", dashboard, who);
        Writer out = Download.start(response, Download.CSV, "aggregates.csv");
        var csv = new Csv(out);
        csv.row(AggregateFigure.HEADER);
        AggregateFigures.of(dashboard).forEach(figure -> csv.row(figure.cells()));
        out.flush();
    }

    @GetMapping("/admin/aggregates.json")
    void aggregatesAsJson(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        writeDown("aggregates.json", dashboard, who);
        var content = new LinkedHashMap<String, Object>();
        content.put("instrument", dashboard.instrument().id());
        content.put("version", dashboard.instrument().version());
        content.put("filter", dashboard.filter().summary());
        content.put("exportedRows", dashboard.exportedRows());
        content.put(
                "figures",
                AggregateFigures.of(dashboard).stream()
                        .map(ExportController::object)
                        .toList());
        Writer out = Download.start(response, Download.JSON, "aggregates.json");
        out.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(content));
        out.flush();
    }

    @GetMapping("/admin/export/responses.R")
    void syntaxForR(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        String script = RSyntax.of(new Codebook(dashboard.instrument()), dashboard.rowsInWords());
        Download.start(response, Download.PLAIN, "responses.R").append(script).flush();
    }

    @GetMapping("/admin/export/responses.sps")
    void syntaxForSpss(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        String syntax = SpssSyntax.of(new Codebook(dashboard.instrument()), dashboard.rowsInWords());
        Download.start(response, Download.PLAIN, "responses.sps").append(syntax).flush();
    }

    private void writeDown(String file, Dashboard dashboard, Principal who) {
        audit.record(AuditEvent.EXPORTED, who.getName(), Download.describe(file, dashboard));
    }

    private static Map<String, Object> object(AggregateFigure figure) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", figure.kind());
        object.put("id", figure.id());
        object.put("statistic", figure.statistic());
        object.put("n", figure.n());
        figure.value().ifPresent(value -> object.put("value", value));
        if (!figure.note().isEmpty()) {
            object.put("note", figure.note());
        }
        return object;
    }
}
