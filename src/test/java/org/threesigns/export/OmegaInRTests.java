package org.threesigns.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ResponseCounts;

/** Omega as the script for R computes it, of many groups whose answers have one thing in common, or two. */
class OmegaInRTests {

    private static final int GROUPS = 200;
    private static final int PEOPLE = 250;
    private static final double FITTED = 1e-5;
    private static final String NONE = "NA";

    /** Of so many items there is nothing to search for. */
    private static final int SOLVED = 3;

    @TempDir
    private Path folder;

    @Tag("once")
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 20})
    void isThereWhereverOursIsAndTheSame(int items) throws IOException, InterruptedException {
        Program.require("Rscript");
        Instrument instrument = InstrumentShapes.forward(5, items);
        var random = new Random(items);
        List<List<Responses>> groups = IntStream.range(0, GROUPS)
                .mapToObj(each -> group(items, each % 4, random))
                .toList();

        List<String> inR = omegas(groups);

        List<Estimate> ours =
                groups.stream().map(group -> omega(instrument, group)).toList();
        assertThat(ours.stream().filter(Estimate::isKnown)).hasSizeGreaterThan(GROUPS / 2);
        for (int group = 0; group < GROUPS; group++) {
            requireAgreement(ours.get(group), inR.get(group), items == SOLVED);
        }
    }

    /** @param solved whether there is one solution or none; a search for it can end in different places */
    private static void requireAgreement(Estimate ours, String inR, boolean solved) {
        if (ours.isKnown()) {
            assertThat(inR).isNotEqualTo(NONE);
            assertThat(Double.parseDouble(inR)).isCloseTo(ours.get(), within(FITTED));
        } else if (solved) {
            assertThat(inR).isEqualTo(NONE);
        }
    }

    private static Estimate omega(Instrument instrument, List<Responses> group) {
        return new InstrumentStatistics(ResponseCounts.of(instrument, group))
                .reliability(instrument.scales().get(0))
                .omega();
    }

    /** @param opposed how many of the items go against the others */
    private static List<Responses> group(int items, int opposed, Random random) {
        double share = 0.2 + 1.3 * random.nextDouble();
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> {
                    double common = share * random.nextGaussian();
                    var answers = new StringBuilder();
                    for (int item = 0; item < items; item++) {
                        double answer = 2 + (item < opposed ? -common : common) + random.nextGaussian();
                        answers.append(Math.round(Math.max(0, Math.min(4, answer))));
                    }
                    return new Responses(answers.toString());
                })
                .toList();
    }

    private List<String> omegas(List<List<Responses>> groups) throws IOException, InterruptedException {
        var rows = new StringBuilder();
        for (int group = 0; group < groups.size(); group++) {
            for (Responses each : groups.get(group)) {
                rows.append(group)
                        .append(',')
                        .append(String.join(",", each.encoded().split("")))
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("groups.csv"), rows);
        Files.writeString(folder.resolve("omega.R"), functions() + """
                groups <- read.csv("groups.csv", header = FALSE)
                for (group in split(groups[, -1], groups[, 1])) cat(sprintf("%.12g\\n", omega_of(group)))
                """);
        return Program.run(folder, "Rscript", "omega.R").lines().toList();
    }

    /** What the script defines before it looks at any answers. */
    private static String functions() throws IOException {
        try (InputStream script = Objects.requireNonNull(RSyntax.class.getResourceAsStream("figures.R"))) {
            String all = new String(script.readAllBytes(), UTF_8);
            return all.substring(0, all.indexOf("complete_on <-"));
        }
    }
}
