package org.threesigns.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.dashboard.DashboardFactory;
import org.threesigns.dashboard.GroupsPage;
import org.threesigns.dashboard.GroupsPageFactory;
import tools.jackson.databind.json.JsonMapper;

/** The files that can be downloaded, except the responses. Each download of figures is audited. */
@Controller
class ExportController {

    private final DashboardFactory dashboards;
    private final GroupsPageFactory groups;
    private final AuditLog audit;
    private final JsonMapper json;
    private final String application;

    ExportController(
            DashboardFactory dashboards,
            GroupsPageFactory groups,
            AuditLog audit,
            JsonMapper json,
            ObjectProvider<BuildProperties> build) {
        this.dashboards = dashboards;
        this.groups = groups;
        this.audit = audit;
        this.json = json;
        application =
                build.stream().findFirst().map(BuildProperties::getVersion).orElse("unknown");
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
        Dashboard dashboard = dashboards.of(parameters);
        Writer out = Download.start(response, Download.CSV, FileName.ofInstrument(dashboard, "codebook.csv"));
        Csv.write(new Codebook(dashboard.instrument()).table(), out.append(Csv.BYTE_ORDER_MARK));
    }

    @GetMapping("/admin/aggregates.csv")
    void aggregates(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        sendTable(
                "aggregates.csv",
                figures -> AggregateFigure.table(AggregateFigures.of(figures)),
                parameters,
                who,
                response);
    }

    @GetMapping("/admin/groups.csv")
    void groups(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        GroupsPage page = groups.of(parameters);
        List<AggregateFigure> figures = ComparisonFigures.of(page);
        if (figures.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing to compare");
        }
        audit.record(AuditEvent.EXPORTED, who.getName(), "groups.csv, " + Download.about(page));
        Csv.write(
                AggregateFigure.table(figures),
                Download.start(response, Download.CSV, FileName.ofGroups(page, "groups.csv")));
    }

    @GetMapping("/admin/percentiles.csv")
    void percentiles(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        sendTable("percentiles.csv", PercentileFile::of, parameters, who, response);
    }

    private void sendTable(
            String file,
            Function<Dashboard, List<List<String>>> table,
            Map<String, String> parameters,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        writeDown(file, dashboard, who);
        Csv.write(table.apply(dashboard), Download.start(response, Download.CSV, FileName.ofResults(dashboard, file)));
    }

    @GetMapping("/admin/aggregates.json")
    void aggregatesAsJson(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        writeDown("aggregates.json", dashboard, who);
        Writer out = Download.start(response, Download.JSON, FileName.ofResults(dashboard, "aggregates.json"));
        out.write(json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new FiguresDocumentWriter(dashboard).write(application)));
        out.flush();
    }

    @GetMapping("/admin/export/responses.R")
    void syntaxForR(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        String script = RSyntax.of(new Codebook(dashboard.instrument()), ScriptSource.of(dashboard, application));
        Download.start(response, Download.PLAIN, FileName.ofResults(dashboard, "responses.R"))
                .append(script)
                .flush();
    }

    /** With a byte order mark, without which SPSS takes it for text of the computer's own encoding. */
    @GetMapping("/admin/export/responses.sps")
    void syntaxForSpss(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        String syntax = SpssSyntax.of(new Codebook(dashboard.instrument()), ScriptSource.of(dashboard, application));
        Download.start(response, Download.PLAIN, FileName.ofResults(dashboard, "responses.sps"))
                .append(Csv.BYTE_ORDER_MARK)
                .append(syntax)
                .flush();
    }

    private void writeDown(String file, Dashboard dashboard, Principal who) {
        audit.record(AuditEvent.EXPORTED, who.getName(), Download.describe(file, dashboard.filter()));
    }
}
