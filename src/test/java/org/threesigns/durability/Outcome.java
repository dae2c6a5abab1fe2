package org.threesigns.durability;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/**
 * What a fault did: a row of the matrix.
 *
 * @param acknowledged how many results the site had said it keeps
 * @param lost how many of them it does not have, or not with their answers
 * @param doubled how many more there are than were acknowledged
 * @param refused what was not done, and how much of it was refused in words
 * @param untilServed seconds from a new start, or the end of the fault, until the site served again
 */
record Outcome(
        String fault, Engine engine, long acknowledged, long lost, long doubled, String refused, String untilServed) {

    private static final Path TABLE = Path.of("target", "faults.md");
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private static final String HEAD = """
            | fault | engine | acknowledged | lost | doubled | refused in words | seconds until served |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    static final String NONE = "–";

    /** How many of those that were refused were told so in words, which has to be all. */
    static String ofAll(int inWords, int all) {
        assertThat(inWords).as("refused in words").isEqualTo(all);
        return all == 0 ? NONE : "%d of %d".formatted(inWords, all);
    }

    /**
     * Looks for all that was acknowledged, stops the application, and counts what the site has.
     *
     * @param imported how many results it should have beside those of the ledger
     */
    static Outcome of(
            String fault,
            Site site,
            RunningApplication application,
            Ledger ledger,
            int imported,
            String refused,
            String untilServed)
            throws IOException {
        int gone = ledger.lost(new Respondent(application.port()));
        assertThat(application.output()).doesNotContain("\tat ");
        application.stop();
        int more = site.rows() - (ledger.kept() - gone + imported);
        return new Outcome(
                fault,
                site.engine(),
                ledger.acknowledged() + imported,
                gone + Math.max(0, -more),
                Math.max(0, more),
                refused,
                untilServed);
    }

    /** Adds the row to the table, and fails where something is lost or doubled. */
    void tell() throws IOException {
        if (BEGUN.compareAndSet(false, true)) {
            Files.writeString(TABLE, HEAD);
            System.out.print(HEAD);
        }
        String row = "| %s | %s | %,d | %d | %d | %s | %s |%n"
                .formatted(fault, engine, acknowledged, lost, doubled, refused, untilServed);
        Files.writeString(TABLE, row, CREATE, APPEND);
        System.out.print(row);
        assertThat(lost).as("lost: %s on %s", fault, engine).isZero();
        assertThat(doubled).as("doubled: %s on %s", fault, engine).isZero();
    }
}
