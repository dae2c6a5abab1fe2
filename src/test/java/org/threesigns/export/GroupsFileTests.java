package org.threesigns.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.Item;
import org.threesigns.publication.OnReferenceInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;

/** The file of two groups side by side. */
@OnH2
@OnReferenceInstruments
class GroupsFileTests {

    private static final String LANGUAGES = "&by=language&first=en&second=es";

    /** Of the second scale, which has the same figures as the others. */
    private static final String IN_R = """
            rows <- read.csv("responses.csv", na.strings = "")
            en <- na.omit(rows$S2[rows$language == "en"])
            es <- na.omit(rows$S2[rows$language == "es"])
            welch <- t.test(es, en)
            n <- c(length(en), length(es))
            pooled <- sqrt(((n[1] - 1) * var(en) + (n[2] - 1) * var(es)) / (sum(n) - 2))
            d <- (mean(es) - mean(en)) / pooled
            d_ends <- d + c(-1, 1) * qnorm(0.975) * sqrt(sum(n) / prod(n) + d^2 / (2 * sum(n)))
            line <- function(kind, statistic, n, value) cat(paste(kind, statistic, n, sprintf("%.17g", value)), "\n", sep = "")
            line("en", "mean", n[1], mean(en))
            line("en", "mean_low_95", n[1], t.test(en)$conf.int[1])
            line("en", "mean_high_95", n[1], t.test(en)$conf.int[2])
            line("en", "sd", n[1], sd(en))
            line("es", "mean", n[2], mean(es))
            line("es", "sd", n[2], sd(es))
            for (band in c("low", "some", "strong")) {
              line("en", paste0("band_", band), n[1], sum(rows$S2_band[rows$language == "en"] %in% band))
              line("es", paste0("band_", band), n[2], sum(rows$S2_band[rows$language == "es"] %in% band))
            }
            line("difference", "mean", sum(n), mean(es) - mean(en))
            line("difference", "mean_low_95", sum(n), welch$conf.int[1])
            line("difference", "mean_high_95", sum(n), welch$conf.int[2])
            line("difference", "df", sum(n), welch$parameter)
            line("difference", "d", sum(n), d)
            line("difference", "d_low_95", sum(n), d_ends[1])
            line("difference", "d_high_95", sum(n), d_ends[2])
            """;

    private final StoredResults results;
    private final Publisher publisher;
    private final Downloads downloads;

    @Autowired
    GroupsFileTests(MockMvcTester mvc, StoredResults results, Publisher publisher, JdbcClient jdbc) {
        this.results = results;
        this.publisher = publisher;
        this.downloads = new Downloads(mvc, jdbc);
    }

    @BeforeEach
    void clear() {
        results.clear();
        downloads.forgetWritten();
    }

    @Tag("once")
    @Test
    void holdsWhatRFindsInTheRows(@TempDir Path folder) throws Exception {
        Program.require("Rscript");
        results.some(70, "en", false);
        results.some(40, "es", false);
        publisher.publish();
        Files.writeString(folder.resolve("responses.csv"), downloads.text("/admin/export/responses.csv", ""));
        Files.writeString(folder.resolve("groups.R"), IN_R);
        List<CsvRecord> ours = rows();

        assertThat(Program.run(folder, "Rscript", "groups.R").lines().map(line -> line.split(" ", -1)))
                .hasSize(19)
                .allSatisfy(figure -> assertThat(ours)
                        .as(String.join(" ", figure))
                        .filteredOn(row -> row.getField(0).equals(figure[0])
                                && row.getField(1).equals("S2")
                                && row.getField(2).equals(figure[1])
                                && row.getField(3).equals(figure[2]))
                        .singleElement()
                        .satisfies(row -> assertThat(Double.parseDouble(row.getField(4)))
                                .isCloseTo(Double.parseDouble(figure[3]), within(1e-9))));
    }

    @Test
    void namesBothGroupsAsTheAddressDoes() {
        results.some(30, "en", false);
        results.some(20, "es", false);
        publisher.publish();

        assertThat(lines(LANGUAGES))
                .startsWith("kind,id,statistic,n,value,note", "en,,respondents,30,30,", "es,,respondents,20,20,")
                .anyMatch(line -> line.matches("es,S1,alpha,\\d+,,too few"));
    }

    @Test
    void tellsNothingOfAScaleThatTheyAreTooFewOn() {
        results.some(30, "en", false);
        Collections.nCopies(15, withoutTheFirstScale()).forEach(responses -> results.one(responses, "es", false));
        publisher.publish();

        assertThat(downloads.text("/admin/groups", LANGUAGES))
                .contains("Too few results of one group have a score on this scale.");
        assertThat(lines(LANGUAGES).stream().filter(line -> line.contains(",S1,")))
                .containsExactly("difference,S1,mean,0,,too few");
    }

    @ParameterizedTest
    @ValueSource(strings = {LANGUAGES, "&by=wording", "&by=month", "&by=version"})
    void isNotThereWhereNothingIsCompared(String query) {
        results.some(30, "en", false);
        results.some(9, "es", false);
        publisher.publish();

        assertThat(downloads.get("/admin/groups.csv", query, "ADMINISTRATOR")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(downloads.text("/admin/groups", query)).doesNotContain("groups.csv");
        assertThat(downloads.written()).isEmpty();
    }

    @Test
    void isLinkedAndWrittenDown() {
        results.some(30, "en", false);
        results.some(20, "es", false);
        publisher.publish();

        assertThat(downloads.text("/admin/groups", LANGUAGES))
                .contains(
                        "/admin/groups.csv?instrument=sim24&amp;version=1&amp;by=language&amp;first=en&amp;second=es");
        assertThat(downloads.get("/admin/groups.csv", LANGUAGES, "ADMINISTRATOR"))
                .hasStatusOk();
        assertThat(downloads.written())
                .singleElement()
                .asString()
                .startsWith("groups.csv, sim24 version 1: English and Spanish, chosen from all languages");
    }

    private static Responses withoutTheFirstScale() {
        Responses responses =
                Responses.allSkipped(StoredResults.INSTRUMENT.items().size());
        for (Item item : StoredResults.INSTRUMENT.items()) {
            if (!StoredResults.INSTRUMENT.scales().get(0).items().contains(item)) {
                responses = responses.with(item, 1);
            }
        }
        return responses;
    }

    private List<CsvRecord> rows() {
        return CsvReader.builder().ofCsvRecord(downloads.text("/admin/groups.csv", LANGUAGES)).stream()
                .toList();
    }

    private List<String> lines(String query) {
        return downloads.text("/admin/groups.csv", query).lines().toList();
    }
}
