package org.threesigns.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.threesigns.instrument.InstrumentCatalog;

/** The codebook says how people of published samples scored. */
class ScaleDescriptionTest {

    @Test
    void standsBesideTheColumnOfTheScore() throws IOException {
        var codebook = new Codebook(InstrumentCatalog.readOne(Path.of("src/test/resources/norms/rest/1")));

        assertThat(codebook.variables().stream()
                        .filter(variable -> variable.about().contains("norm")))
                .extracting(Variable::name, Variable::about)
                .containsExactly(
                        tuple(
                                "rest",
                                "needs 1 of 3 items; then × 5;"
                                        + " norm of 1244 adults in Germany (A. Author (2008), https://doi.org/10.1000/rest):"
                                        + " mean 12.9, SD 3.5, of every 100 lower: 0 than 5, 25 than 10, 62.5 than 15, 97 than 20;"
                                        + " norm of 80 nurses who work at night (B. Author & others (2011)): mean 8, SD 4.25"),
                        tuple(
                                "walks",
                                "needs 2 of 2 items;"
                                        + " norm of 9 people who like walking (C. Author (1999)): of every 100 lower: 40 than 1, 90 than 2"));
    }
}
