package org.threesigns.operations;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.operations.ResponseImport.Order;
import org.threesigns.operations.ResponseImport.Report;
import org.threesigns.publication.ImportPlan;
import org.threesigns.publication.PublicationProperties;
import org.threesigns.startup.ExitCode;

/** Imports responses from a CSV file. */
@Component
@EnableConfigurationProperties(OperationsProperties.class)
class ImportCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(ImportCommand.class);

    private final ResponseImport responses;
    private final InstrumentCatalog catalog;
    private final Optional<Integer> retention;
    private final OperationsProperties.Import options;
    private final Clock clock;

    ImportCommand(
            ResponseImport responses,
            InstrumentCatalog catalog,
            PublicationProperties publication,
            OperationsProperties properties,
            Clock clock) {
        this.retention = Optional.ofNullable(publication.retentionDays());
        this.responses = responses;
        this.catalog = catalog;
        this.options = properties.imported();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public ExitCode run() {
        try {
            Order order = order();
            Report report = responses.load(order);
            tell(report);
            return conclude(order, report);
        } catch (ImportRefusedException e) {
            log.error("Nothing was imported: {}", e.getMessage());
            return e.exitCode();
        } catch (IOException e) {
            log.error("Nothing was imported: the file cannot be read ({})", e.getMessage());
            return ExitCode.TROUBLE;
        }
    }

    @Override
    public String progress() {
        int stored = responses.done();
        return stored == 0 ? "checking the file" : stored + " rows are stored";
    }

    private Order order() {
        Instrument instrument = instrument();
        return new Order(
                Optional.ofNullable(options.file())
                        .orElseThrow(() -> new ImportRefusedException("say which file: --three-signs.import.file=…")),
                instrument,
                language(instrument),
                options.skipRefused(),
                options.dryRun());
    }

    private Instrument instrument() {
        String id =
                Objects.requireNonNullElse(options.instrument(), catalog.main().id());
        Integer version = options.version();
        Optional<Instrument> instrument = version == null ? catalog.latest(id) : catalog.find(id, version);
        return instrument.orElseThrow(() -> new ImportRefusedException("there is no questionnaire %s%s; there are: %s"
                .formatted(
                        id,
                        version == null ? "" : " version " + version,
                        catalog.all().stream()
                                .map(each -> each.id() + " version " + each.version())
                                .toList())));
    }

    private String language(Instrument instrument) {
        String language = Objects.requireNonNullElse(options.language(), instrument.defaultLanguage());
        if (!instrument.languages().contains(language)) {
            throw new ImportRefusedException("%s has no language %s; it has: %s"
                    .formatted(
                            instrument.id(),
                            language,
                            instrument.languages().stream().sorted().toList()));
        }
        return language;
    }

    private void tell(Report report) {
        var reading = report.reading();
        reading.problems().forEach(problem -> log.warn("Refused: {}", problem));
        warn(reading.refused() - reading.problems().size(), "more rows are refused, which are not listed here.");
        warn(reading.blank(), "rows are blank and ignored.");
        warn(
                report.overlap(),
                "rows equal results that are here already. That may be chance, or the same people twice.");
        warn(
                report.plan().moved(),
                "results are fewer than ten of their language and wording in their month (careless ones are apart), so they"
                        + " count in another month of the file.");
        warn(
                report.plan().uncounted(),
                "results are fewer than ten of their language and wording in the whole file (careless ones are apart), so"
                        + " they are in no statistics.");
        warnOfRetention(report.plan());
    }

    private void warnOfRetention(ImportPlan plan) {
        retention.ifPresent(days -> warn(
                plan.before(LocalDate.now(clock).minusDays(days)),
                "results are older than three-signs.retention-days keeps them, so the site will delete them soon."));
    }

    private static void warn(int rows, String words) {
        if (rows > 0) {
            log.warn("{} {}", rows, words);
        }
    }

    private static ExitCode conclude(Order order, Report report) {
        String what = "%s results of %s version %s; %s rows refused"
                .formatted(
                        report.plan().results(),
                        order.instrument().id(),
                        order.instrument().version(),
                        report.reading().refused());
        if (!report.acceptable(order.skipRefused())) {
            log.error("Nothing was imported ({}). {}", what, remedy(order));
            return ExitCode.REFUSED;
        }
        report.number()
                .ifPresentOrElse(
                        number -> log.info(
                                "Imported {}. To undo it: --three-signs.command=undo-import"
                                        + " --three-signs.import.number={}",
                                what,
                                number),
                        () -> log.info("A dry run: nothing was imported. The import would take {}.", what));
        return ExitCode.DONE;
    }

    private static String remedy(Order order) {
        return order.skipRefused()
                ? "No row is left."
                : "Correct these rows, or leave them out with --three-signs.import.skip-refused.";
    }
}
