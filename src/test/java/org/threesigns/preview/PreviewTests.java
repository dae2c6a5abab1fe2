package org.threesigns.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.util.HtmlUtils;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.accounts.TestBrowser;
import org.threesigns.startup.StartupLine;

/** A preview shows its folder as it is at this moment, or everything that is wrong in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewTests {

    private static final Path TINY = Path.of("src/test/resources/authoring/tiny");
    private static final Pattern RESULT = Pattern.compile("href=\"(/e[ns]/result/[^\"]+)\"");
    private static final Pattern PROBLEM = Pattern.compile(
            "<h2><code>(.*?)</code></h2>\\s*<p><strong>(.*?)</strong></p>\\s*<p>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"(_[a-z]+)\" value=\"([^\"]*)\"");

    private final Path folder;
    private final ConfigurableApplicationContext preview;
    private final TestBrowser author;

    PreviewTests() throws IOException {
        Path home = Files.createTempDirectory("preview");
        this.folder = home.resolve("draft");
        this.preview = PreviewApplication.run(
                ThreeSignsApplication.class,
                "--three-signs.command=preview",
                "--three-signs.instruments=" + folder,
                "--three-signs.data=" + home.resolve("data"),
                "--server.port=0");
        this.author = new TestBrowser(preview.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @BeforeEach
    void writeTheTinyInstrument() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.copyRecursively(TINY, folder.resolve("tiny"));
    }

    @AfterAll
    void stop() throws IOException {
        preview.close();
        assertThat(folder.resolveSibling("data")).doesNotExist();
        FileSystemUtils.deleteRecursively(folder.getParent());
    }

    @Test
    void saysWhatKeepsAQuestionnaireFromTheStartPageAndShowsItsHelp() throws IOException {
        Path others = Path.of("src/test/resources/other-instruments");
        FileSystemUtils.copyRecursively(others.resolve("mixed"), folder.resolve("mixed"));
        assertThat(author.get("/preview").body()).contains("A start page cannot list it yet", "support.en.yaml");

        FileSystemUtils.copyRecursively(others.resolve("worry"), folder.resolve("worry"));
        FileSystemUtils.deleteRecursively(folder.resolve("mixed"));
        assertThat(author.get("/preview").body())
                .doesNotContain("cannot list it")
                .contains("href=\"/en/support/worry\"");
        assertThat(author.get("/en/support/worry").body()).contains("A line for the night");
    }

    @Test
    void saysAtItsStartWhereItIs() {
        List<String> lines = preview.getBeanProvider(StartupLine.class)
                .orderedStream()
                .map(line -> line.text("http://localhost:1"))
                .toList();

        assertThat(lines).contains("Preview: http://localhost:1/preview").noneMatch(line -> line.contains("/admin"));
    }

    @Test
    void showsTheScoresAndResultsOfThreeMadeUpPeople() {
        String page = overview();

        assertThat(page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains("Nothing is wrong", "Tiny version 1", "Calm 1.00: rarely 2.00: often 3.00: often");
        List<String> results = results(page);
        assertThat(results).hasSize(3);
        assertThat(results.stream().map(author::get))
                .allSatisfy(result -> assertThat(result.statusCode()).isEqualTo(200))
                .extracting(HttpResponse::body)
                .doesNotHaveDuplicates();
        assertThat(author.get("/").body()).contains("Nothing is wrong");
        assertThat(author.get("/en").body()).contains("<h1>A tiny look</h1>");
    }

    @Test
    void showsWhatWasAnsweredWhereNothingIsScored() throws IOException {
        FileSystemUtils.copyRecursively(
                Path.of("src/test/resources/other-instruments/unscored/1"), folder.resolve("unscored/1"));

        String page = overview();
        assertThat(page).contains("Ways and means", "It has no scales: its results list the answers.");
        assertThat(results(page))
                .hasSize(6)
                .map(address -> author.get(address).body())
                .anySatisfy(result -> assertThat(result).contains("Thank you for your answers", "In another way"));
    }

    @Test
    void marksEveryPage() {
        String result = results(overview()).get(0);
        for (String path : List.of("", "/start/tiny", "/check/tiny", "/method/tiny", "/support", result.substring(3))) {
            assertThat(author.get("/en" + path).body())
                    .as(path)
                    .contains("<aside class=\"demo\" aria-label=\"Preview\"");
            assertThat(author.get("/es" + path).body()).as(path).contains("aria-label=\"Vista previa\"");
        }
        assertThat(overview()).contains("aria-label=\"Preview\"");
        assertThat(author.get("/en/nowhere").body()).contains("aria-label=\"Preview\"");
        assertThat(author.get("/en/start/tiny").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/set-up", "/admin/sign-in", "/admin/accounts"})
    void hasNoPagesOfAdministrators(String path) {
        HttpResponse<String> answer = author.get(path);
        if (answer.statusCode() == 302) {
            answer = author.get(answer.headers().firstValue("Location").orElseThrow());
        }
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void followsAChangedWord() throws IOException {
        String before = revision();
        assertThat(revision()).isEqualTo(before);

        change("en.yaml", "Do you rest?", "Do you sleep?");

        assertThat(revision()).isNotEqualTo(before);
        assertThat(author.get("/en/check/tiny").body())
                .contains("Do you sleep?")
                .doesNotContain("Do you rest?");
    }

    @Test
    void followsAChangedScaleOnAnOpenResult() throws IOException {
        String high = results(overview()).get(2);
        assertThat(author.get(high).body()).contains("often");

        change("en.yaml", "high: often", "high: day and night");

        assertThat(author.get(high).body()).contains("day and night");
    }

    /** Who is high depends on the keying: "high" on a1 is "mostly" at first, and then "seldom". */
    @Test
    void followsAChangedKeyingOnTheAnswersOfAnOpenResult() throws IOException {
        String high = results(overview()).get(2);
        String before = author.get(high + "/answers").body();

        change("instrument.yaml", "{id: a1, scale: calm, facet", "{id: a1, scale: calm, keying: reverse, facet");

        assertThat(results(overview()).get(2)).isEqualTo(high);
        String after = author.get(high + "/answers").body();
        assertThat(answersOn(after)).isNotEqualTo(answersOn(before)).hasSameSizeAs(answersOn(before));
    }

    private static List<String> answersOn(String page) {
        return Pattern.compile("(?i)>\\s*(seldom|at times|mostly)\\s*<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void saysEveryProblemOfEveryFileOnEveryPage() throws IOException {
        change("instrument.yaml", "id: b1, scale: ease, claim", "id: b1, claim");
        change("instrument.yaml", "seconds-per-item: 2", "seconds-per-item: two");
        change("en.yaml", "  rather-not: I'd rather not say\n", "");
        write("guidance.en.yaml", "language: \"en\n");

        assertThat(problems())
                .isSortedAccordingTo(Comparator.comparing(
                        problem -> String.valueOf(problem.toList().get(0))))
                .contains(
                        tuple(
                                "tiny/1/instrument.yaml, line 42",
                                "The item 'b1' is on no scale.",
                                "Give it either 'scale: …' or 'scored: false'."),
                        tuple("tiny/1/instrument.yaml, line 38", "'two' is not a number.", "Write a number."),
                        tuple("tiny/1/en.yaml, line 28", "'rather-not' is missing.", "Add 'rather-not: …' here."))
                .anySatisfy(problem -> assertThat(problem.toList().get(0)).isEqualTo("tiny/1/guidance.en.yaml, line 1"))
                .hasSize(4);
        for (String path : List.of("/", "/en", "/es/check/tiny", "/en/result/no-such-result-is-here")) {
            assertThat(author.get(path).body()).as(path).contains("<h1>4 problems</h1>");
        }
        assertThat(author.post("/en/check/tiny", Map.of("a1", "seldom")).body()).contains("<h1>4 problems</h1>");
    }

    @Test
    void saysWhatIsWrongInTheGuidanceThoughWordsAreMissing() throws IOException {
        change("en.yaml", "summary: A tiny instrument.\n", "");
        write("guidance.en.yaml", """
                language: en
                about-answers: [You said]
                support-first: {title: First, text: [You said it.]}
                scales:
                  calm: []
                  ease:
                    - explanation: You said something.
                closing: {none: here}
                """);

        assertThat(problems())
                .extracting(problem ->
                        problem.toList().get(0) + ": " + problem.toList().get(1))
                .contains(
                        "tiny/1/en.yaml, line 1: 'summary' is missing.",
                        "tiny/1/guidance.en.yaml, line 3: 'You said' speaks about the answers, and nothing here says"
                                + " which ones it fits.",
                        "tiny/1/guidance.en.yaml, line 7: 'You said' speaks about the answers, and nothing here says"
                                + " which ones it fits.",
                        "tiny/1/guidance.en.yaml, line 8: 'none' is not known here.");
    }

    @Test
    void isWholeAgainOnceItIsMended() throws IOException {
        String right = Files.readString(file("instrument.yaml"));
        change("instrument.yaml", "claims: [first, second]", "claims: [first");
        assertThat(problems()).hasSize(1);

        write("instrument.yaml", right);

        assertThat(overview()).contains("Nothing is wrong");
    }

    @Test
    void saysThatGuidanceIsMissingInALanguage() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/main/resources/instruments/at-ease/1"), folder.resolve("calm/1"));
        Path structure = folder.resolve("calm/1/instrument.yaml");
        Files.writeString(structure, Files.readString(structure).replace("id: at-ease", "id: calm"));
        Files.delete(folder.resolve("calm/1/guidance.es.yaml"));

        assertThat(problems()).extracting(Tuple::toList).singleElement().satisfies(problem -> {
            assertThat(problem.get(0).toString()).startsWith("calm/1/guidance.en.yaml, line ");
            assertThat(problem.get(1)).isEqualTo("There is no guidance in 'es'.");
        });
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        assertThat(problems())
                .extracting(problem -> problem.toList().get(1))
                .containsExactly("There is no such folder.");

        Files.createDirectories(folder);
        assertThat(problems())
                .extracting(problem -> problem.toList().get(1))
                .containsExactly("There is no questionnaire in this folder yet.");
    }

    @Test
    void saysThatAFileIsGoneOrCannotBeRead() throws IOException {
        assertThat(overview()).contains("Nothing is wrong");

        Files.delete(file("en.yaml"));
        Files.delete(file("support.en.yaml")); // of a language without words, which is said too
        assertThat(problems())
                .extracting(problem -> problem.toList().get(1))
                .containsExactly("The words in 'en' are missing.");

        Files.createSymbolicLink(file("en.yaml"), file("none.txt"));
        assertThat(problems()).isNotEmpty();
        Files.delete(file("en.yaml"));
        Files.write(file("en.yaml"), new byte[] {(byte) 0xC3});
        assertThat(problems())
                .extracting(problem -> problem.toList().get(1))
                .containsExactly("A character here is not in UTF-8.");
    }

    @Test
    void keepsTheAuthorsOwnAnswersUntilAQuestionChanges() throws IOException {
        String result = answer();
        assertThat(author.get(result).statusCode()).isEqualTo(200);

        change("en.yaml", "name: Calm", "name: Calmness");
        assertThat(author.get(result).body()).contains("Calmness");

        change("instrument.yaml", "  - {id: mostly, value: 3}", "  - {id: mostly, value: 4}");
        change("instrument.yaml", "{id: high, from: 2, to: 3}", "{id: high, from: 2, to: 4}");
        change("instrument.yaml", "{id: more, from: 2.5, to: 3}", "{id: more, from: 2.5, to: 4}");
        assertThat(overview()).contains("Nothing is wrong");
        assertThat(author.get(result).statusCode()).isEqualTo(404);
    }

    /** Sends the form, and gives the address of the result. */
    private String answer() {
        Map<String, String> form = FIELD.matcher(author.get("/en/check/tiny").body())
                .results()
                .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2)));
        List.of("a1", "a2", "b1", "b2", "t1").forEach(item -> form.put(item, "mostly"));
        HttpResponse<String> answer = author.post("/en/check/tiny", form);
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private String overview() {
        return author.get("/preview").body();
    }

    private String revision() {
        return author.get("/preview/revision").body();
    }

    private static List<String> results(String page) {
        return RESULT.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** Where, what and what to do. */
    private List<Tuple> problems() {
        String page = overview();
        assertThat(page).doesNotContain("Exception", "\tat ");
        Stream<MatchResult> found = PROBLEM.matcher(page).results();
        return found.map(problem -> tuple(
                        HtmlUtils.htmlUnescape(problem.group(1)),
                        HtmlUtils.htmlUnescape(problem.group(2)),
                        HtmlUtils.htmlUnescape(problem.group(3))))
                .toList();
    }

    private Path file(String name) {
        return folder.resolve("tiny/1").resolve(name);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    private void change(String name, String original, String replacement) throws IOException {
        String text = Files.readString(file(name));
        assertThat(text).contains(original);
        write(name, text.replace(original, replacement));
    }
}
