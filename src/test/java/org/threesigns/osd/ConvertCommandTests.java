package org.threesigns.osd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.Scorer;
import org.threesigns.startup.ExitCode;

class ConvertCommandTests {

    private static final Path DAYS = Path.of("src/test/resources/osd/days.osd");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void writesAFolderThatAStartTakes() throws IOException {
        assertThat(convert(DAYS)).isEqualTo(ExitCode.DONE);

        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        assertThat(instrument.licence()).isEqualTo("CC0. Three Signs (2026). An example.");
        assertThat(instrument.items()).extracting(Item::id).containsExactly("d_1", "d_2", "q-3rd", "d_4");
        assertThat(instrument.parts()).extracting(Part::random).containsExactly(true, false);
        assertThat(instrument.unscoredItems()).extracting(Item::id).containsExactly("d_4");
        assertThat(instrument.languages()).containsExactly("en");
        var text = instrument.text("en");
        assertThat(text.summary()).isEqualTo("How the last week went.");
        assertThat(text.instructions(Wording.CURRENT).source()).isEqualTo("<h3>Hello</h3>Think back. Choose one.");
        assertThat(text.part(instrument.parts().get(1)).text().map(MarkedText::plain))
                .contains("The evenings Choose one.");
        assertThat(text.markedItem(instrument.items().get(0), Wording.CURRENT).source())
                .isEqualTo("Did you <i>rest</i>?");
        assertThat(instrument.responseScales().get(0).options())
                .map(text::option)
                .containsExactly("Never", "Once", "2", "Daily");
        assertThat(printed.toString(UTF_8)).contains("Wrote ", "Left out: the language fr, which is not complete");
    }

    @ParameterizedTest
    @CsvSource({"0330, 0, little, 1.00", "2100, 4, much, 1.33", "13--, 1, little, 0.50", "30--, 6, much, 3.00"})
    void scoresAsTheFileSays(String answers, int sum, String label, String mean) throws IOException {
        convert(DAYS);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();

        var profile = Scorer.score(instrument, new Responses(answers));
        var rest = profile.scales().get(0);
        assertThat(rest.rounded(0)).hasToString(Integer.toString(sum));
        assertThat(rest.band().map(instrument.text("en").scale(rest.scale())::band))
                .contains(label);
        assertThat(profile.scales().get(1).rounded(2)).hasToString(mean);
    }

    /** A question with a list of its own, one that runs from the highest down, and one with other labels. */
    @Test
    void shortensKeysThatAreTooLongSoThatEachStaysItself() throws IOException {
        String start = "something_that_somebody_asked_at_great_length_about_";
        Path file = Files.writeString(
                folder.resolve("long.osd"),
                Files.readString(DAYS)
                        .replace("\"d_1\"", "\"" + start + "days\"")
                        .replace("\"d_2\"", "\"" + start + "nights\""));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);

        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        assertThat(instrument.items().subList(0, 2))
                .extracting(Item::id)
                .allMatch(key -> key.length() == 50 && key.startsWith("something_that_somebody_asked_at_great_le"))
                .doesNotHaveDuplicates();
        assertThat(instrument.scoredItems()).containsAll(instrument.items().subList(0, 2));
    }

    @Test
    void refusesWhatNoStartWouldTakeAndNamesNoFileThatIsGone() throws IOException {
        String many = IntStream.rangeClosed(1, 400)
                .mapToObj("{\"id\": \"more_%s\", \"text_key\": \"d_4\", \"type\": \"likert\"}, "::formatted)
                .collect(joining());
        Path file = Files.writeString(
                folder.resolve("many.osd"),
                Files.readString(DAYS).replace("{\"id\": \"d_4\"", many + "{\"id\": \"d_4\""));

        assertThat(convert(file)).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8))
                .startsWith("Nothing was converted: There are 404 items.")
                .doesNotContain("instrument.yaml", "line ");
    }

    @Test
    void givesEachQuestionItsOwnAnswers() throws IOException {
        Path file = folder.resolve("own.osd");
        Files.writeString(
                file,
                Files.readString(DAYS)
                        .replace("\"d_4\", \"type\": \"likert\"", """
                                "d_4", "type": "multi",
                                "options": [{"value": 2, "text_key": "o3"}, {"value": 0, "text_key": "o0"}, {"value": 2, "text_key": "o1"}]
                                """)
                        .replace("\"third\", \"type\": \"likert\"", """
                                "third", "type": "likert", "likert_reverse": true, "likert_points": 3, "likert_min": 1,
                                "likert_labels": ["o3", null, "o0"]
                                """));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        assertThat(instrument.text("en").part(instrument.parts().get(1)).text().map(MarkedText::plain))
                .contains("The evenings Choose one.");
        assertThat(instrument.text("en").part(instrument.parts().get(2)).text()).isEmpty();
        assertThat(answers(instrument, "d_1")).containsExactly("0 Never", "1 Once", "2 2", "3 Daily");
        assertThat(answers(instrument, "q-3rd")).containsExactly("3 Never", "2 2", "1 Daily");
        assertThat(answers(instrument, "d_4")).containsExactly("2 Daily", "0 Never", "2 Once");
    }

    @Test
    void countsAQuestionInAnotherDirectionOnEachScore() throws IOException {
        Path file = folder.resolve("turned.osd");
        Files.writeString(
                file, Files.readString(DAYS).replace("{\"d_1\": 1, \"d_2\": -1}", "{\"d_1\": -1, \"d_2\": -1}"));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        var scores = Scorer.score(instrument, new Responses("30--")).scales();
        assertThat(scores.get(0).sum()).isEqualTo(3);
        assertThat(scores.get(1).sum()).isEqualTo(6);
    }

    @Test
    void takesAFileThatScoresNothing() throws IOException {
        Path file = folder.resolve("unscored.osd");
        String days = Files.readString(DAYS);
        Files.writeString(
                file,
                days.substring(0, days.indexOf("  \"scoring\"")) + "\"scoring\": {}},"
                        + days.substring(days.indexOf(" \"translations\"")));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        assertThat(instrument.scales()).isEmpty();
        assertThat(instrument.unscoredItems()).hasSize(4);
        assertThat(Files.readString(folder.resolve("days/1/instrument.yaml"))).doesNotContain("scored", "scales");
    }

    /** What has no weight does not count. */
    @ParameterizedTest
    @CsvSource({
        "weighted_sum, 312-, 5.1",
        "weighted_sum, 3---, 1.5",
        "weighted_mean, 312-, 2.22",
        "weighted_mean, -3--, 0.00"
    })
    void weighsQuestionsAsTheFileSays(String method, String answers, String expected) throws IOException {
        Path file = folder.resolve("weighted.osd");
        Files.writeString(
                file,
                Files.readString(DAYS)
                        .replace(
                                "\"mean_coded\", \"items\": {",
                                "\"%s\", \"weights\": {\"d_1\": 0.5, \"d_2\": 1.8}, \"items\": {".formatted(method)));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        var all = Scorer.score(instrument, new Responses(answers)).scales().get(1);
        assertThat(all.scale().items()).hasSize(2);
        assertThat(all.rounded(expected.length() - 2)).isEqualByComparingTo(expected);
    }

    @Test
    void forgetsTheWeightOfAQuestionThatAParameterHides() throws IOException {
        Path file = folder.resolve("hidden.osd");
        Files.writeString(
                file,
                Files.readString(DAYS)
                        .replace("\"text_key\": \"d_2\",", """
                                "text_key": "d_2", "visible_when": {"parameter": "shuffle_questions", "operator": "equals", "value": 0},
                                """)
                        .replace("\"mean_coded\", \"items\": {", """
                                "weighted_sum", "weights": {"d_1": 0.5, "d_2": 1.8, "3rd": 2}, "items": {"""));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Scale all = InstrumentCatalog.read(folder, "days").main().scales().get(1);
        assertThat(all.items()).extracting(Item::id).containsExactly("d_1", "q-3rd");
    }

    /** Whatever is skipped, as in the sum of the two sums. */
    @ParameterizedTest
    @CsvSource({"3021, 8", "3-21, 5", "--2-, 2", "32--, 4"})
    void addsTheQuestionsOfASumOfSumsUp(String answers, int expected) throws IOException {
        Path file = folder.resolve("total.osd");
        Files.writeString(file, Files.readString(DAYS).replace("\"scoring\": {", """
                                "scoring": {"late": {"method": "sum_coded", "items": ["3rd"]},
                                 "day": {"method": "sum_coded", "items": {"d_1": 1, "d_2": -1}},
                                 "total": {"method": "sum_coded", "items": [], "scores": ["day", "late"]},
                                """));
        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        var total = Scorer.score(instrument, new Responses(answers)).scales().get(2);
        assertThat(total.rounded(0)).isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    private static List<String> answers(Instrument instrument, String item) {
        return instrument.item(item).orElseThrow().responseScale().options().stream()
                .map(option -> option.value() + " " + instrument.text("en").option(option))
                .toList();
    }

    /** A short form, a section and an instruction that go by a parameter, and a text with another one. */
    @ParameterizedTest
    @CsvSource({
        "'', d_1 d_2, rest all, at night?",
        "short=false, d_1 d_2 q-3rd d_4, rest all late, at night?",
        "place=by day, d_1 d_2, rest all, by day?"
    })
    void fixesParametersWhenItConverts(String given, String items, String scales, String words) throws IOException {
        Path file = folder.resolve("short.osd");
        Files.writeString(
                file,
                Files.readString(DAYS)
                        .replace("\"parameters\": {", """
                                "computed": {"twice": {"expression": "2 * answer.d_1"}},
                                "parameters": {"short": {"type": "boolean", "default": true}, "place": {"type": "string", "default": "at night"},
                                """)
                        .replace("\"type\": \"section\"", """
                                "type": "section", "visible_when": {"all": [{"parameter": "short", "operator": "equals", "value": 0}]}
                                """)
                        .replace("\"text_key\": \"d_4\",", """
                                "text_key": "d_4", "visible_when": {"parameter": "place", "operator": "not_in", "value": ["nowhere"]},
                                """)
                        .replace(
                                "{\"id\": \"intro\"",
                                "{\"id\": \"name\", \"text_key\": \"d_1\", \"type\": \"short\"}, {\"id\": \"intro\"")
                        .replace(
                                "\"scoring\": {",
                                "\"scoring\": {\"late\": {\"method\": \"mean_coded\", \"items\": [\"d_4\"]},")
                        .replace("in a hurry?", "in a hurry {place}?"));

        run(
                "--three-signs.convert.file=" + file,
                "--three-signs.convert.to=" + folder,
                given.isEmpty() ? "" : "--three-signs.convert.parameter=" + given);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        assertThat(instrument.items()).extracting(Item::id).containsExactly(items.split(" ", -1));
        assertThat(instrument.scales()).extracting(Scale::id).containsExactlyInAnyOrder(scales.split(" ", -1));
        assertThat(instrument.text("en").item(instrument.items().get(1), Wording.CURRENT))
                .endsWith(words);
        assertThat(printed.toString(UTF_8))
                .contains("Left out: the question name, which asks for text", "Left out: computed values");
        if (scales.equals("rest all")) {
            assertThat(Files.readString(folder.resolve("days/1/instrument.yaml")))
                    .contains(
                            "# Left out: questions that are never asked (3rd, d_4)",
                            "# Left out: the score late, none of");
        }
    }

    @ParameterizedTest
    @CsvSource({"short=1, no parameter", "short, sets no parameter", "=1, sets no parameter"})
    void refusesParametersThatAreNotThere(String given, String why) {
        assertThat(run(
                        "--three-signs.convert.file=" + DAYS,
                        "--three-signs.convert.to=" + folder,
                        "--three-signs.convert.parameter=" + given))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8))
                .startsWith("Nothing was converted: parameters: ")
                .contains(why);
    }

    @Test
    void sortsLabelsThatTheFileNamesHighestFirst() throws IOException {
        Path file = folder.resolve("falling.osd");
        Files.writeString(
                file,
                Files.readString(DAYS)
                        .replace(
                                "{\"min\": 0, \"max\": 2, \"label\": \"little\"}, {\"min\": 3.5, \"max\": 6, \"label\": \"much\"}",
                                """
                                {"min": 3.5, "max": 6, "label": "much"}, {"min": 0, "max": 2, "label": "little"}
                                """));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        assertThat(instrument.scales().get(0).bands())
                .map(ScoreBand::from)
                .map(BigDecimal::toString)
                .containsExactly("0", "3.5");
    }

    @Test
    void givesNoNameToASumBetweenTwoNames() throws IOException {
        convert(DAYS);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();

        var rest = Scorer.score(instrument, new Responses("11--")).scales().get(0);
        assertThat(rest.rounded(0)).hasToString("3");
        assertThat(rest.band().map(ScoreBand::id)).isEmpty();
    }

    @Test
    void overwritesNothing() throws IOException {
        convert(DAYS);
        Path words = folder.resolve("days/1/en.yaml");
        Files.writeString(words, "mine");

        assertThat(convert(DAYS)).isEqualTo(ExitCode.REFUSED);
        assertThat(words).hasContent("mine");
        assertThat(printed.toString(UTF_8)).contains("Nothing was converted: there is already a folder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "type": "likert", "random_group": 1|"type": "image"|item d_1: items of the type 'image'
            "text_key": "d_4", "type": "likert"|"text_key": "d_4", "type": "likert", "visible_when": {"item": "d_1"}|item d_4: the condition ''
            "method": "mean_coded"|"method": "sum_correct"|score all: scoring by 'sum_correct'
            "d_1": 1, "d_2": -1},|"d_1": 0.5, "d_2": -1},|score rest: a direction other than 1 and -1 (d_1)
            "method": "mean_coded"|"method": "weighted_mean", "weights": {"d_9": 1}|score all: a weight of an item that is not scored (d_9)
            "method": "mean_coded"|"method": "weighted_mean", "weights": {"d_1": 0}|score all: a weight that is 0, no number, or one with more than 3 decimals (d_1)
            "method": "mean_coded"|"method": "weighted_sum", "weights": {"d_1": 0.12345}|score all: a weight that is 0, no number, or one with more than 3 decimals (d_1)
            "method": "mean_coded"|"method": "mean_coded", "weights": {"d_1": 2}|score all: weights of a score that is not weighted
            "3rd": 1}}}}|"4th": 1}}}}|score all: an item that is not asked (4th)
            "scoring": {|"scoring": {"sum": {"method": "sum_coded", "scores": ["rest", "all"]},|score sum: a score of scores other than plain sums above it (all)
            "scoring": {|"scoring": {"sum": {"method": "sum_coded", "scores": ["rest", "rest"]},|score sum: a question that a score counts twice (d_1)
            "scoring": {|"scoring": {"sum": {"method": "sum_coded", "scores": ["sun"]},|score sum: a score of scores other than plain sums above it (sun)
            "scoring": {|"scoring": {"sum": {"method": "mean_coded", "scores": ["rest"]},|score sum: a score of scores that is no plain sum of them
            "scoring": {|"scoring": {"sum": {"method": "sum_coded", "items": ["d_4"], "scores": ["rest"]},|score sum: a score of scores that is no plain sum of them
            "labels": ["o0", "o1"|"labels": ["o0", "o1", "o1"|item d_1: options whose values do not rise by one
            "text_key": "d_4", "type": "likert"|"text_key": "d_4", "type": "multi"|item d_4: no options
            "text_key": "d_1", "type": "likert"|"text_key": "d_1", "type": "multi", "options": [{"value": "x"}]|item d_1: options without a whole number
            {"min": 3.5, "max": 6|{"min": 1.5, "max": 6|score rest: labels that overlap
            "max": 3, "labels"|"max": 4, "labels"|item d_1: options whose values do not rise by one
            <i>rest</i>|<script>rest</script>|text d_1: the mark-up <script>
            "text_key": "d_4", "type": "likert"|"text_key": "d_4", "type": "likert", "visible_when": {"parameter": "shuffle_questions", "operator": "like"}|item d_4: the condition 'like'
            Were you in a hurry?|Were you in a {place}?|text d_2: the placeholder {place}
            "scoring": {|"scoring": {"odd": {"method": "sum_coded", "items": ["d_1"], "transform": [{"op": "sqrt", "value": 2}]},|score odd: the transform 'sqrt'
            "o0": "Never", |^^|translations: no language has all texts
            "code": "DAYS"|"code": ""|scale_info: the key ''
            "code": "DAYS"|"code": "At-Ease"|scale_info: the name of a questionnaire that is there already (at-ease version 1)
            {"osd_version"|{{"osd_version"|file: this is not JSON
            "scoring": {|"pages": [{"id": "a", "items": ["d_1", "intro"]}], "scoring": {|pages: pages in another order than the items
            "scoring": {|"pages": [{"id": "a", "title_key": "head"}], "scoring": {|page a: 'title_key'
            "definition"|"definitions"|definition, translations: this is no scale definition
            """)
    void refusesWhatItCannotSayAndWritesNothing(String replace, String by, String why) throws IOException {
        Path file = folder.resolve("broken.osd");
        String before = Files.readString(DAYS);
        Files.writeString(file, before.replace(replace, by));

        assertThat(convert(file)).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8))
                .startsWith("Nothing was converted: " + why)
                .hasLineCount(1);
        assertThat(written()).containsExactly("broken.osd");
    }

    @Test
    void saysThatATextAfterTheLastQuestionIsLeftOut() throws IOException {
        Path file = folder.resolve("thanks.osd");
        Files.writeString(file, Files.readString(DAYS).replace("\"d_4\", \"type\": \"likert\"}]", """
                "d_4", "type": "likert"}, {"id": "end", "type": "section"}, {"id": "thanks", "text_key": "intro", "type": "inst"}]"""));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        assertThat(printed.toString(UTF_8))
                .containsOnlyOnce("Left out: the text ")
                .contains("Left out: the text intro, which stands after the last question");
        assertThat(Files.readString(folder.resolve("days/1/instrument.yaml")))
                .contains("# Left out: the text intro, which stands after the last question");
    }

    @Test
    void keepsOneOfTwoTranslationsIntoTheSameLanguage() throws IOException {
        Path file = folder.resolve("twice.osd");
        String days = Files.readString(DAYS);
        String english = days.substring(days.indexOf("{\"o0\": \"Never\""), days.indexOf(",\n  \"fr\""));
        Files.writeString(
                file, days.replace("\"en\": {", "\"pt_BR\": %s, \"pt-BR\": %s, \"en\": {".formatted(english, english)));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        assertThat(printed.toString(UTF_8)).contains("Left out: the language pt_BR, which is there twice");
        assertThat(InstrumentCatalog.read(folder, "days").main().languages()).containsExactlyInAnyOrder("en", "pt-BR");
    }

    /** A page is a part of ours, as long as it is in the order of the file. */
    @Test
    void makesAPartOfEachPage() throws IOException {
        Path file = folder.resolve("paged.osd");
        Files.writeString(file, Files.readString(DAYS).replace("\"scoring\": {", """
                "pages": [{"id": "a", "items": ["intro", "d_1", "d_2", "later", "3rd"]}, {"id": "b", "items": ["d_4"]}],
                "scoring": {"""));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);

        assertThat(InstrumentCatalog.readOne(folder.resolve("days/1")).parts())
                .extracting(part -> part.items().stream().map(Item::id).toList())
                .containsExactly(List.of("d_1", "d_2"), List.of("q-3rd"), List.of("d_4"));
    }

    /** Mark-up that no page could show as it is meant is left out, and not the words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Did you <i>rest</i>?|Did you <b>not <u>rest</u></b><br/>at all?|Did you <b>not </b><b><u>rest</u></b><br>at all?|
            Did you <i>rest</i>?|<H3>Now:</H3> did you rest?|Now: did you rest?|
            Did you <i>rest</i>?|Did you <b>rest?|Did you rest?|the mark-up of the text d_1 (en): '<b>' is not closed.
            Did you <i>rest</i>?|Did you <b><i>rest</b></i>?|Did you rest?|the mark-up of the text d_1 (en): '</b>' closes nothing.
            Did you <i>rest</i>?|Is 3 < 5?|Is 3 < 5?|
            """)
    void keepsTheMarkUpOfAQuestionThatIsSound(String replace, String by, String kept, @Nullable String leftOut)
            throws IOException {
        Path file = folder.resolve("stressed.osd");
        Files.writeString(file, Files.readString(DAYS).replace(replace, by));

        assertThat(convert(file)).isEqualTo(ExitCode.DONE);
        Instrument instrument = InstrumentCatalog.read(folder, "days").main();
        assertThat(instrument
                        .text("en")
                        .markedItem(instrument.items().get(0), Wording.CURRENT)
                        .source())
                .isEqualTo(kept);
        assertThat(printed.toString(UTF_8).contains("Left out: the mark-up")).isEqualTo(leftOut != null);
        assertThat(printed.toString(UTF_8)).contains(leftOut == null ? "Wrote " : "Left out: " + leftOut);
    }

    @Test
    void saysOfAWholeFolderWhatEachFileWouldGive() throws IOException {
        Files.copy(DAYS, folder.resolve("a.osd"));
        Files.writeString(folder.resolve("b.osd"), "{}");

        assertThat(run("--three-signs.convert.check=" + folder)).isEqualTo(ExitCode.DONE);
        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "a.osd: can be converted, without the language fr, which is not complete",
                        "b.osd: refused, definition, translations: this is no scale definition");
        assertThat(written()).containsExactly("a.osd", "b.osd");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("latin.osd"), "{\"é\": 1}".getBytes(ISO_8859_1));

        assertThat(convert(file)).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8)).contains("file: text that is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--three-signs.convert.file=none.osd",
                "--three-signs.convert.to=here",
                "--three-signs.convert.fiel=x"
            })
    void asksForWhatIsMissing(String argument) {
        assertThat(run(argument)).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8)).startsWith("Say which file, and where to:");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(convert(folder.resolve("none.osd"))).isEqualTo(ExitCode.TROUBLE);
        assertThat(printed.toString(UTF_8))
                .startsWith("Nothing was converted: ")
                .contains("none.osd");
    }

    private ExitCode convert(Path file) {
        return run("--three-signs.convert.file=" + file, "--three-signs.convert.to=" + folder);
    }

    private ExitCode run(String... arguments) {
        return ConvertCommand.run(new PrintStream(printed, true, UTF_8), arguments);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
