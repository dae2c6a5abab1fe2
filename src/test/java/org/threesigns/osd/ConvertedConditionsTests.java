package org.threesigns.osd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;

/** After which answers a converted questionnaire asks what. Each question of the example counts 0 to 3. */
class ConvertedConditionsTests {

    private static final Path DAYS = Path.of("src/test/resources/osd/days.osd");
    private static final String LAST = "\"text_key\": \"d_4\",";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            {"item": "d_1", "operator": "equals", "value": "3"};d_1 a4
            {"question": "d_1", "operator": "equals", "value": 3.0};d_1 a4
            {"item": "d_1", "operator": "greater_than", "value": 1};d_1 a3|a4
            {"item": "d_1", "operator": "less_than", "value": "1"};d_1 a1
            {"item": "d_1", "operator": "in", "value": [9, 3, "0"]};d_1 a1|a4
            {"item": "d_1", "operator": "in", "value": "0, 3"};d_1 a1|a4
            {"item": "d_1", "operator": "is_answered"};d_1 a1|a2|a3|a4
            {"all": [{"item": "d_1", "operator": "is_answered"}, {"item": "d_1", "operator": "not_equals", "value": 0}]};d_1 a2|a3|a4
            {"all": [{"item": "d_1", "operator": "not_in", "value": [0, 1]}, {"item": "d_1", "operator": "less_than", "value": 3}]};d_1 a3
            {"any": [{"item": "d_1", "operator": "equals", "value": 0}, {"item": "d_1", "operator": "equals", "value": 1}]};d_1 a1|a2
            {"all": [{"item": "d_1", "operator": "equals", "value": 0}, {"item": "3rd", "operator": "equals", "value": 1}]};d_1 a1, q-3rd a2
            {"any": [{"parameter": "shuffle_questions", "operator": "equals", "value": true}, {"item": "d_9"}]};^^
            {"all": [{"parameter": "shuffle_questions", "operator": "equals", "value": 1}, {"item": "d_1", "operator": "equals", "value": 0}]};d_1 a1
            {"any": [{"item": "d_1", "operator": "is_answered"}, {"item": "d_1", "operator": "is_not_answered"}]};^^
            """)
    void areTheAnswersThatFit(String condition, String answers) throws IOException {
        Instrument instrument = withCondition(condition);

        assertThat(instrument.item("d_4").orElseThrow().condition()).hasToString(answers);
        assertThat(ExportedQuestionnaireTests.readBack(
                        ExportedQuestionnaire.of(instrument).content(), folder))
                .isEqualTo(instrument);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            {"item": "d_1", "operator": "not_equals", "value": 0};a condition that holds without an answer to d_1, too
            {"item": "d_1", "operator": "is_not_answered"};a condition that holds without an answer to d_1, too
            {"any": [{"item": "d_1", "operator": "equals", "value": 0}, {"item": "3rd", "operator": "equals", "value": 0}]};a condition on the answer to one question or to another
            {"item": "d_4", "operator": "equals", "value": 0};a condition on d_4, which is no earlier question with a list of answers
            {"item": "intro", "operator": "is_answered"};a condition on intro, which is no earlier question with a list of answers
            {"item": "d_1", "operator": "greater_than", "value": "much"};a comparison with 'much'
            {"item": "d_1", "operator": "like", "value": 0};the condition 'like'
            {"parameter": "none", "operator": "equals", "value": 0};a condition on neither an answer nor a parameter
            """)
    void areRefusedWhereNoListOfAnswersSaysThem(String condition, String why) {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> withCondition(condition))
                .withMessage("item d_4: " + why);
    }

    @Test
    void whatNoAnswersLeadToIsLeftOutAndSaid() throws IOException {
        var scale = OsdDefinition.parse(
                days().replace(
                                LAST,
                                LAST
                                        + "\"visible_when\": {\"item\": \"d_1\", \"operator\": \"greater_than\", \"value\": 3},"),
                Map.of());

        assertThat(QuestionnaireConverter.convert(scale).leftOut()).contains("questions that are never asked (d_4)");
    }

    @Test
    void thatOfASectionIsThatOfItsPartWithTheTextAboveIt() throws IOException {
        Instrument instrument = read(
                days().replace(
                                "\"text_key\": \"later\",",
                                "\"text_key\": \"later\", \"visible_when\": {\"item\": \"d_1\", \"operator\": \"equals\", \"value\": 3},"));

        assertThat(instrument.parts())
                .extracting(part -> part.condition().toString())
                .containsExactly("", "d_1 a4");
        assertThat(instrument.items())
                .filteredOn(Item::isConditional)
                .extracting(Item::id)
                .containsExactly("q-3rd", "d_4");
        assertThat(ExportedQuestionnaireTests.readBack(
                        ExportedQuestionnaire.of(instrument).content(), folder))
                .isEqualTo(instrument);
    }

    @Test
    void areRefusedWithinARandomOrder() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(
                        () -> read(
                                days().replace(
                                                "\"text_key\": \"d_2\",",
                                                "\"text_key\": \"d_2\", \"visible_when\": {\"item\": \"d_1\", \"operator\": \"equals\", \"value\": 3},")))
                .withMessage("item d_2: a condition on a question of the same random order");
    }

    @Test
    void areRefusedForATextWhoseQuestionsEverybodyIsAsked() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(
                        () -> read(
                                days().replace(
                                                "{\"id\": \"3rd\"",
                                                "{\"id\": \"more\", \"type\": \"inst\", \"text_key\": \"later\", \"visible_when\": {\"item\": \"d_1\", \"operator\": \"equals\", \"value\": 3}}, {\"id\": \"3rd\"")))
                .withMessage("item 3rd: a text above it that stands there after some answers only");
    }

    @Test
    void ofAWholeDimensionAreRefused() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> read(days().replace(
                                "\"name\": \"Rest\"", "\"name\": \"Rest\", \"visible_when\": {\"item\": \"d_1\"}")))
                .withMessage("dimension rest: conditions of its own");
    }

    /** A dimension is on unless its parameter is off, which leaves out its questions and the score of its name. */
    @ParameterizedTest
    @CsvSource({"true, 4, 'rest,all'", "1, 4, 'rest,all'", "false, 2, all", "0, 2, all"})
    void ofAWholeDimensionCanBeAParameter(String usually, int items, String scores) throws IOException {
        String file = days().replace("\"name\": \"Rest\"", "\"name\": \"Rest\", \"enabled_param\": \"do_rest\"")
                .replace("\"random_group\": 1", "\"random_group\": 1, \"dimension\": \"rest\"");

        Instrument instrument = read(
                file.replace("\"parameters\": {", "\"parameters\": {\"do_rest\": {\"default\": " + usually + "}, "));

        assertThat(instrument.items()).hasSize(items);
        assertThat(instrument.scales()).extracting(Scale::id).containsExactly(scores.split(",", -1));
        assertThat(read(file).items()).as("without the parameter").hasSize(4);
    }

    private Instrument withCondition(String condition) throws IOException {
        return read(days().replace(LAST, LAST + "\"visible_when\": " + condition + ","));
    }

    private Instrument read(String file) throws IOException {
        return ExportedQuestionnaireTests.readBack(file, folder);
    }

    private static String days() throws IOException {
        return Files.readString(DAYS);
    }
}
