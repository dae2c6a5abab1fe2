package org.threesigns.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.Principal;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.dashboard.DashboardFactory;
import org.threesigns.instrument.Instrument;
import org.threesigns.web.SlowReaders;

/** Sends the rows of published responses, to administrators alone. The audit log says of each export whether it was complete. */
@Controller
class ResponseController {

    private static final Logger log = LoggerFactory.getLogger(ResponseController.class);

    private final DashboardFactory dashboards;
    private final ResponseExport export;
    private final AuditLog audit;

    ResponseController(DashboardFactory dashboards, ResponseExport export, AuditLog audit) {
        this.dashboards = dashboards;
        this.export = export;
        this.audit = audit;
    }

    @GetMapping("/admin/export/responses.csv")
    void responses(
            @RequestParam Map<String, String> parameters,
            Principal who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.of(parameters);
        String what = Download.describe("responses.csv", dashboard.filter());
        audit.record(AuditEvent.EXPORTED, who.getName(), what);
        try (RowSpool rows = export.prepare(dashboard.filter())) {
            SlowReaders.waitFor(request);
            send(dashboard, rows, response);
        } catch (ExportUnavailableException e) {
            log.warn("An export could not be prepared. {} ({})", e.reason(), String.valueOf(e.getCause()));
            recordFailure(who, what, e.reason());
            throw e;
        } catch (RuntimeException | IOException e) {
            recordFailure(who, what, "Not all of it was sent.");
            throw e; // what has been sent ends without the mark of its end, so that nobody takes it for the whole
        }
    }

    private static void send(Dashboard dashboard, RowSpool rows, HttpServletResponse response) throws IOException {
        Instrument instrument = dashboard.instrument();
        Writer out = Download.start(response, Download.CSV, FileName.ofResults(dashboard, "responses.csv"));
        var csv = new Csv(out);
        csv.row(new Codebook(instrument).header());
        try {
            rows.forEach(row -> csv.row(ResponseRow.cells(instrument, row)));
        } catch (UncheckedIOException e) {
            throw e.getCause(); // the reader has left
        }
        out.flush();
    }

    private void recordFailure(Principal who, String what, String why) {
        try {
            audit.record(AuditEvent.EXPORT_FAILED, who.getName(), what + ": " + why);
        } catch (DataAccessException | TransactionException e) {
            // The database is away; what failed first is what counts.
        }
    }

    @ExceptionHandler
    ModelAndView unavailable(ExportUnavailableException e) {
        return new ModelAndView("admin/export-failed", Map.of("reason", e.reason()), HttpStatus.SERVICE_UNAVAILABLE);
    }
}
