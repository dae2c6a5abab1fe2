package org.threesigns.osd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Item;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;
import org.threesigns.startup.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every score of a folder of published questionnaires beside the score to expect: {@code -Dosd.files=FOLDER -Dosd.cases=FOLDER}, with
 * {@code CODE.osd} in the one and {@code CODE.json} in the other.
 */
class OsdCasesTests {

    private static final String DISPUTED = "~";

    @TempDir
    private Path folder;

    @Test
    void countsWhatIsConvertedAndWhy() throws IOException {
        assumeTrue(!files().isEmpty(), "No folder of files (-Dosd.files=…)");
        ExitCode exit = ConvertCommand.run(
                System.out,
                "--three-signs.command=convert",
                "--three-signs.convert.check=" + System.getProperty("osd.files"));

        assertThat(exit).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("convertible")
    void scoresEverySheetAsExpected(String code) throws IOException {
        JsonNode cases = JsonMapper.shared().readTree(Files.readString(cases(code)));
        Map<JsonNode, Instrument> byParameters = new HashMap<>();
        int compared = 0;
        for (JsonNode sheet : cases.path("sheets")) {
            JsonNode parameters = sheet.path("parameters");
            Instrument instrument = byParameters.get(parameters);
            if (instrument == null) {
                instrument = instrument(code, parameters, byParameters.size());
                byParameters.put(parameters, instrument);
            }
            compared += compare(instrument, cases, sheet);
        }
        assertThat(compared).isPositive();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("convertible")
    void isTheSameWhenItIsWrittenAndReadAgain(String code) throws IOException {
        Instrument first = ExportedQuestionnaireTests.readBack(Files.readString(file(code)), folder);

        assertThat(ExportedQuestionnaireTests.readBack(
                        ExportedQuestionnaire.of(first).content(), folder))
                .isEqualTo(first);
    }

    /** A sheet may have been answered with other parameters than the usual ones. */
    private Instrument instrument(String code, JsonNode parameters, int place) throws IOException {
        Map<String, String> given = new HashMap<>();
        parameters
                .properties()
                .forEach(each -> given.put(each.getKey(), each.getValue().asString()));
        var converted = QuestionnaireConverter.convert(OsdDefinition.parse(Files.readString(file(code)), given));
        Path target = folder.resolve(Integer.toString(place));
        converted.writeTo(target);
        return InstrumentCatalog.read(target, converted.id()).main();
    }

    private static int compare(Instrument instrument, JsonNode cases, JsonNode sheet) {
        Responses responses = responses(instrument, cases.path("items"), sheet.path("answers"));
        var profile = Scorer.score(instrument, responses);
        int compared = compareAsked(instrument, responses, sheet.path("hidden"));
        for (int place = 0; place < cases.path("scores").size(); place++) {
            String id = cases.path("scores").path(place).asString();
            JsonNode raw = sheet.path("raw").path(place);
            Optional<ScaleScore> score = profile.scales().stream()
                    .filter(each -> each.scale().id().equals(id))
                    .findFirst();
            if (!raw.asString("").equals(DISPUTED)) {
                compareScore(score, raw, id);
                compared++;
            }
        }
        return compared + compareTransformed(profile, cases, sheet) + compareLabels(instrument, profile, cases, sheet);
    }

    /** Who was asked what; and an answer to anything else, as a form without scripts can send it, changes nothing. */
    private static int compareAsked(Instrument instrument, Responses responses, JsonNode hidden) {
        if (hidden.asString("").equals(DISPUTED)) {
            return 0;
        }
        List<String> expected = hidden.valueStream().map(JsonNode::asString).toList();
        Responses withMore = responses;
        for (Item item : instrument.items()) {
            assertThat(responses.isAsked(item)).as(item.id()).isEqualTo(!expected.contains(item.id()));
            withMore = responses.isAsked(item) ? withMore : withMore.with(item, 0);
        }
        assertThat(withMore.whereAsked(instrument)).isEqualTo(responses);
        return instrument.isConditional() ? 1 : 0;
    }

    private static int compareTransformed(ScoreProfile profile, JsonNode cases, JsonNode sheet) {
        int compared = 0;
        for (int place = 0; place < cases.path("transformed").size(); place++) {
            String id = cases.path("transformed").path(place).asString();
            JsonNode expected = sheet.path("transformed").path(place);
            ScaleScore score = profile.scales().stream()
                    .filter(each -> each.scale().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (expected.isNumber()) {
                assertThat((double) score.numerator() / score.denominator())
                        .as(id)
                        .isCloseTo(expected.asDouble(), within(1e-8));
                compared++;
            }
        }
        return compared;
    }

    private static int compareLabels(Instrument instrument, ScoreProfile profile, JsonNode cases, JsonNode sheet) {
        int compared = 0;
        for (int place = 0; place < cases.path("labelled").size(); place++) {
            String id = cases.path("labelled").path(place).asString();
            JsonNode label = sheet.path("label").path(place);
            if (!label.asString("").equals(DISPUTED)) {
                var text = instrument.text(instrument.defaultLanguage());
                Optional<String> given = profile.scales().stream()
                        .filter(score -> score.scale().id().equals(id))
                        .findFirst()
                        .flatMap(score -> score.band().map(text.scale(score.scale())::band));
                assertThat(given).as(id).isEqualTo(Optional.ofNullable(label.asString(null)));
                compared++;
            }
        }
        return compared;
    }

    private static void compareScore(Optional<ScaleScore> found, JsonNode raw, String id) {
        if (raw.isNull()) {
            assertThat(found.filter(ScaleScore::isScored)).as(id).isEmpty();
        } else {
            ScaleScore score = found.orElseThrow();
            double given = (double) score.sum() / score.divisor();
            assertThat(given).as(id).isCloseTo(raw.asDouble(), within(1e-9));
        }
    }

    private static Responses responses(Instrument instrument, JsonNode items, JsonNode answers) {
        Map<String, JsonNode> byItem = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            byItem.put(items.path(place).asString(), answers.path(place));
        }
        var responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            JsonNode answer = byItem.get(item.id());
            if (answer != null && !answer.isNull()) {
                responses = responses.with(item, option(item, answer.asInt()));
            }
        }
        return responses.whereAsked(instrument);
    }

    private static int option(Item item, int value) {
        List<Integer> values = item.responseScale().options().stream()
                .map(option -> option.value())
                .toList();
        return values.indexOf(value);
    }

    static Stream<String> convertible() throws IOException {
        return files().stream()
                .filter(OsdCasesTests::isConvertible)
                .map(file -> file.getFileName().toString().replace(".osd", ""))
                .filter(code -> Files.exists(cases(code)))
                .sorted();
    }

    private static boolean isConvertible(Path file) {
        try {
            QuestionnaireConverter.convert(OsdDefinition.parse(Files.readString(file), Map.of()));
            return true;
        } catch (UnsupportedFeatureException e) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files() throws IOException {
        String files = System.getProperty("osd.files");
        if (files == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(Path.of(files))) {
            return all.filter(file -> file.toString().endsWith(".osd")).toList();
        }
    }

    private static Path file(String code) {
        return Path.of(System.getProperty("osd.files"), code + ".osd");
    }

    private static Path cases(String code) {
        return Path.of(System.getProperty("osd.cases", "."), code + ".json");
    }
}
