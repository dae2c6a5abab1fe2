package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.result.ScorePicture.Zone;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.Scorer;

class ScorePictureTests {

    private static final Path WORRY = Path.of("src/test/resources/other-instruments/worry/1");
    private static final String LABELS = "(?s)    labels:\n.*    labels-source";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"5, 10, three", "1, 2, reached alone"})
    void namesThreeWordsWhereThereIsRoomForThem(int second, int third, String named) throws Exception {
        var zones = picture("33033", second, third).zones();

        assertThat(zones.stream().filter(Zone::named)).hasSize(named.equals("three") ? 3 : 1);
        assertThat(zones.get(2).reached()).isTrue();
        assertThat(zones.get(2).named()).isTrue();
    }

    @Test
    void drawsEveryWordsPlaceWithOrWithoutItsName() throws Exception {
        assertThat(picture("00300", 1, 2).zones()).extracting(Zone::middle).containsExactly("0", "6.667", "56.67");
    }

    /** Worry, with three words that begin at 0 and at these two scores. */
    private ScorePicture picture(String answers, int second, int third) throws Exception {
        Path version = Files.createDirectories(folder.resolve("worry/1"));
        String structure = Files.readString(WORRY.resolve("instrument.yaml"));
        Files.writeString(version.resolve("instrument.yaml"), structure.replaceFirst(LABELS, """
                    labels:
                      - {id: minimal, from: 0, to: %s}
                      - {id: mild, from: %s, to: %s}
                      - {id: severe, from: %s, to: 15}
                    labels-source""".formatted(
                        second - 1, second, third - 1, third)
                .indent(4)
                .stripTrailing()));
        Files.writeString(
                version.resolve("en.yaml"),
                Files.readString(WORRY.resolve("en.yaml")).replace(" moderate: moderate,", ""));
        Files.copy(WORRY.resolve("support.en.yaml"), version.resolve("support.en.yaml"));
        Instrument instrument = TestInstruments.catalog(folder, "worry").main();
        var score = Scorer.score(instrument, new Responses(answers)).scales().get(0);
        return ScorePicture.of(score, Optional.empty(), instrument.text("en").scale(score.scale()));
    }
}
