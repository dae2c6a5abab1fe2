package org.threesigns.guidance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Transform;
import org.threesigns.scoring.ScaleScore;

class FacetMeanTest {

    /** Of several facets. */
    private final Scale scale = TestInstruments.threeSigns().scales().get(0);

    private final String first = scale.facets().get(0);
    private final Map<Item, Integer> firstHighOthersLow = scale.items().stream()
            .collect(toMap(
                    item -> item, item -> item.facet().filter(first::equals).isPresent() ? 5 : 1));

    @Test
    void theFacetWithTheHighestAnswersWeighsMost() {
        assertThat(weightiest(scale, firstHighOthersLow)).containsExactly(first);
    }

    @Test
    void whereATransformTurnsLowAnswersIntoAHighScoreTheLowestWeighMost() {
        assertThat(weightiest(falling(), firstHighOthersLow))
                .containsExactlyElementsOf(
                        scale.facets().subList(1, scale.facets().size()));
    }

    @Test
    void theLowestComesFirstThere() {
        String second = scale.facets().get(1);
        Map<Item, Integer> scores = scale.items().stream()
                .collect(toMap(
                        item -> item,
                        item -> item.facet()
                                .map(facet -> facet.equals(first) ? 5 : facet.equals(second) ? 1 : 2)
                                .orElse(5)));

        assertThat(weightiest(falling(), scores).get(0)).isEqualTo(second);
        assertThat(weightiest(falling(), scores))
                .hasSize(scale.facets().size() - 1)
                .doesNotContain(first);
    }

    private static List<String> weightiest(Scale scale, Map<Item, Integer> itemScores) {
        return FacetMean.weightiest(
                new ScaleScore(scale, itemScores, 0, List.of(), Optional.empty(), Optional.empty()));
    }

    private Scale falling() {
        return new Scale(
                scale.id(),
                scale.method(),
                new Transform(List.of(), -1, 6, 1),
                scale.key(),
                scale.minimumAnswered(),
                scale.range(),
                scale.bands(),
                scale.bandsSource(),
                scale.norms(),
                scale.closeToCut(),
                scale.assumedSem(),
                scale.facets(),
                scale.strands());
    }
}
