package org.threesigns.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.threesigns.scoring.ReferenceData.cell;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.TestInstruments;

/** Every one of the 20,000 reference rows, against the figures that R gives for it. */
class ScorerReferenceTest {

    private final Instrument instrument = TestInstruments.sim24();

    @Test
    void agreesWithRInEveryRow() {
        Map<String, Responses> responses = ReferenceData.responses();
        var expected = ReferenceData.expectedScores();

        assertThat(expected).hasSize(20_000).allSatisfy(row -> {
            var answers = Objects.requireNonNull(responses.get(cell(row, "response_id")));
            ScoreProfile profile = Scorer.score(instrument, answers);
            assertThat(profile.scales()).allSatisfy(score -> agrees(score, row));
            if (profile.scales().stream().allMatch(ScaleScore::isScored)) {
                assertThat(profile.leading()).extracting(Scale::id).isEqualTo(expectedLeading(row));
            }
            assertThat(CarelessResponding.longestRun(instrument, answers))
                    .isEqualTo(Integer.parseInt(cell(row, "longstring")));
        });
    }

    /** The reference names every scale near the highest, whatever its height; ours also has to reach 2.5. */
    private static List<String> expectedLeading(Map<String, String> row) {
        return Stream.of(cell(row, "leading_delta_0.5").split("\\+"))
                .filter(scale -> !cell(row, scale + "_band").equals("low"))
                .toList();
    }

    private static void agrees(ScaleScore score, Map<String, String> row) {
        String scale = score.scale().id();
        assertThat(score.answered()).isEqualTo(Integer.parseInt(cell(row, scale + "_answered")));
        assertThat(score.sum()).isEqualTo(wholeNumber(cell(row, scale + "_sum_keyed")));
        assertThat(score.band().map(ScoreBand::id).orElse("")).isEqualTo(cell(row, scale + "_band"));
        if (score.isScored()) {
            double mean = Double.parseDouble(cell(row, scale + "_mean"));
            assertThat((double) score.sum() / score.answered()).isEqualTo(mean, offset(1e-14));
        }
    }

    /** The reference leaves the sum of nobody's answers blank. */
    private static int wholeNumber(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
}
