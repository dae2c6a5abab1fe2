package org.threesigns.osd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.startup.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that are JSON and no sound definition. */
@Tag("once")
class MalformedScaleTests {

    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "\"\"",
            "\"x\"",
            "[]",
            "[3]",
            "[[]]",
            "{}",
            "{\"x\": 1}",
            "{\"x\": {}}",
            "-1",
            "0.5",
            "3000000",
            "99999999999",
            "123456789012345678901234567890",
            "1e400");

    private static final String MARK = "here";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"days", "ticks", "pains"})
    void areConvertedOrRefusedWhateverStandsAnywhereInThem(String name) throws IOException {
        JsonNode file = JsonMapper.shared().readTree(example(name));

        assertThat(pointers(file, "").flatMap(place -> {
                    String marked = withMark(file, place);
                    return STRANGE.stream()
                            .filter(strange -> !isConvertedOrRefused(marked.replace("\"" + MARK + "\"", strange)))
                            .map(strange -> place + ": " + strange);
                }))
                .isEmpty();
    }

    private static boolean isConvertedOrRefused(String json) {
        try {
            QuestionnaireConverter.convert(OsdDefinition.parse(json, Map.of()));
            return true;
        } catch (UnsupportedFeatureException e) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Stream<String> pointers(JsonNode node, String at) {
        Stream<String> keys = node.isArray()
                ? IntStream.range(0, node.size()).mapToObj(Integer::toString)
                : node.propertyStream().map(Map.Entry::getKey);
        return keys.map(key -> at + "/" + key)
                .flatMap(place ->
                        Stream.concat(Stream.of(place), pointers(node.at(place.substring(at.length())), place)));
    }

    private static String withMark(JsonNode file, String place) {
        JsonNode changed = file.deepCopy();
        int end = place.lastIndexOf('/');
        JsonNode whole = changed.at(place.substring(0, end));
        String key = place.substring(end + 1);
        if (whole instanceof ObjectNode object) {
            object.put(key, MARK);
        } else {
            ((ArrayNode) whole).set(Integer.parseInt(key), MARK);
        }
        return changed.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            days|"items": [|"items": [3, |items: an item that is no object
            days|{"id": "d_4", "text_key": "d_4",|{"id": "d_4",|item d_4: a question without a text
            days|"points": 4|"points": 3000000|item d_1: more than 20 options
            days|"points": 4|"points": 99999999999|item d_1: options without a whole number
            days|"min": 0, "max": 3|"min": 0.5, "max": 3|item d_1: options without a whole number
            days|"max": 2, "label"|"max": 1e999, "label"|score rest: a label without both limits
            pains|"min": 0, "max": 100, |"min": -5, "max": 99999999999, |item now: numbers other than up to 1001 whole ones
            pains|"value": 50,|"value": "half",|item worst: numbers other than up to 1001 whole ones
            ticks|"min_selected": 1|"min_selected": 99999999999|item help: a limit to how many boxes are ticked
            """)
    void areRefusedByName(String name, String replace, String by, String why) throws IOException {
        assertThat(example(name)).contains(replace);
        String changed = example(name).replace(replace, by);

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> QuestionnaireConverter.convert(OsdDefinition.parse(changed, Map.of())))
                .withMessage(why);
    }

    @Test
    void keepNoOtherFileOfTheFolderFromItsVerdict() throws IOException {
        Files.writeString(folder.resolve("a.osd"), example("days").replace("\"items\": [", "\"items\": [3, "));
        Files.writeString(folder.resolve("b.osd"), example("ticks"));
        var printed = new ByteArrayOutputStream();

        ExitCode exit =
                ConvertCommand.run(new PrintStream(printed, true, UTF_8), "--three-signs.convert.check=" + folder);

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(printed.toString(UTF_8).lines())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("a.osd: refused, items: an item that is no object"),
                        second -> assertThat(second).startsWith("b.osd: can be converted"));
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/osd", name + ".osd"));
    }
}
