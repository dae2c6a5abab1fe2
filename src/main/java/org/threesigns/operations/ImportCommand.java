package org.threesigns.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.publication.Publisher;

/**
 * Imports responses from a file: {@code --three-signs.command=import --three-signs.import.file=responses.csv}, optionally with
 * {@code .instrument}, {@code .version} and {@code .language}.
 */
@Component
@EnableConfigurationProperties(OperationsProperties.class)
class ImportCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(ImportCommand.class);
    private static final int MOST_LOGGED = 100;

    private final ResponseImport responses;
    private final Publisher publisher;
    private final InstrumentCatalog catalog;
    private final OperationsProperties.Import options;
    private int refused;

    ImportCommand(
            ResponseImport responses, Publisher publisher, InstrumentCatalog catalog, OperationsProperties properties) {
        this.responses = responses;
        this.publisher = publisher;
        this.catalog = catalog;
        this.options = properties.imported();
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public boolean run() {
        try {
            load(Optional.ofNullable(options.file())
                    .orElseThrow(() -> new ImportRefusedException("say which: --three-signs.import.file=…")));
            return true;
        } catch (ImportRefusedException e) {
            log.error("Nothing was imported: {}", e.getMessage());
        } catch (IOException e) {
            log.error("The file cannot be read: {}", e.getMessage());
        }
        return false;
    }

    private void load(Path file) throws IOException {
        Instrument instrument = instrument();
        String language = Objects.requireNonNullElse(options.language(), instrument.defaultLanguage());
        refused = 0;
        var report = responses.load(file, instrument, language, this::refuse);
        if (report.resumedAfter() > 0) {
            log.info("Went on after line {}, where an import of this file had ended.", report.resumedAfter());
        }
        log.info(
                "Imported {} results of {} version {}; {} lines were refused.",
                report.taken(),
                instrument.id(),
                instrument.version(),
                report.refused());
        publisher.publish();
    }

    private void refuse(int line, String why) {
        if (refused++ < MOST_LOGGED) {
            log.warn("Line {}: {}", line, why);
        } else if (refused == MOST_LOGGED + 1) {
            log.warn("More lines were refused; they are not listed here.");
        }
    }

    private Instrument instrument() {
        String id =
                Objects.requireNonNullElse(options.instrument(), catalog.main().id());
        Integer version = options.version();
        Optional<Instrument> instrument = version == null ? catalog.latest(id) : catalog.find(id, version);
        return instrument.orElseThrow(() -> new ImportRefusedException("there is no such instrument"));
    }
}
