package org.threesigns.instrument;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.threesigns.guidance.Audience;
import org.threesigns.guidance.GuidanceLibrary;
import org.threesigns.guidance.Tip;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.Scorer;

/** The page for authors tells the truth: what it writes starts, scores and advises, and what it prints is printed. */
@ExtendWith(OutputCaptureExtension.class)
class AuthoringPageTests {

    private static final Pattern BLOCK =
            Pattern.compile("^```(\\S+ ?\\S*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir(factory = ShortName.class)
    private Path folder;

    private Map<String, String> blocks = Map.of();

    @BeforeEach
    void followThePage() throws IOException {
        blocks = BLOCK.matcher(Files.readString(Path.of("docs/authoring.md")))
                .results()
                .collect(groupingBy(
                        block -> block.group(1), TreeMap::new, mapping(AuthoringPageTests::content, joining())));
        Path home = Files.createDirectories(folder.resolve("even-days/1"));
        for (var block : blocks.entrySet()) {
            if (block.getKey().startsWith("yaml ")) {
                Files.writeString(home.resolve(block.getKey().substring("yaml ".length())), block.getValue());
            }
        }
    }

    private static String content(MatchResult block) {
        return block.group(2);
    }

    private String block(String info) {
        return Objects.requireNonNull(
                blocks.get(info), () -> "No block '%s' among %s".formatted(info, blocks.keySet()));
    }

    @Test
    void writesAnInstrumentThatStarts() {
        var instrument = TestInstruments.catalog(folder, "even-days").main();

        assertThat(instrument.items()).extracting(Item::id).containsExactly("r1", "p1", "p2", "r2");
        assertThat(instrument.scales()).extracting(Scale::id).containsExactly("rest", "pace");
        assertThat(instrument.text("en").name()).isEqualTo("Even days");
    }

    @Test
    void writesAnInstrumentThatScoresAsItSays() {
        var instrument = TestInstruments.catalog(folder, "even-days").main();

        // In the order asked: r1 often, p1 often, p2 sometimes, r2 often, which is reverse-keyed.
        var profile = Scorer.score(instrument, new Responses("2212"));

        assertThat(profile.scales()).extracting(ScaleScore::sum).containsExactly(2, 3);
        assertThat(profile.scales())
                .extracting(score -> score.band().map(ScoreBand::id).orElse("none"))
                .containsExactly("plenty", "rushed");
        assertThat(profile.leading()).extracting(Scale::id).containsExactly("pace");
    }

    @Test
    void writesGuidanceThatFitsAResult() {
        var catalog = TestInstruments.catalog(folder, "even-days");
        var responses = new Responses("0222");
        var guidance = GuidanceLibrary.of(catalog)
                .guide(
                        catalog.main(),
                        responses,
                        Scorer.score(catalog.main(), responses),
                        new Audience("en", Wording.CURRENT, false));

        assertThat(guidance.signs()).hasSize(2);
        assertThat(guidance.everyTip()).extracting(Tip::claim).containsExactlyInAnyOrder("pause", "hurry");
    }

    @Test
    void writesWhatEditorsTake() throws IOException {
        for (String name : new String[] {"instrument.yaml", "en.yaml", "guidance.en.yaml"}) {
            Path file = folder.resolve("even-days/1").resolve(name);
            assertThat(ContentSchema.of(file).validate(Files.readString(file))).isEmpty();
        }
    }

    @Test
    void showsTheRefusalAsItIsPrinted(CapturedOutput output) throws IOException {
        var change = block("diff").lines().toList();
        Path file = folder.resolve("even-days/1/instrument.yaml");
        String right = change.get(0).substring(1);
        assertThat(Files.readString(file)).containsOnlyOnce(right);
        Files.writeString(
                file, Files.readString(file).replace(right, change.get(1).substring(1)));

        assertThatThrownBy(() -> new SpringApplicationBuilder(InstrumentConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--three-signs.instruments=" + folder,
                                "--spring.config.location=optional:classpath:/none/"))
                .hasRootCauseInstanceOf(BrokenContentException.class);

        assertThat(output.getAll().replace(folder.toString(), "/srv/my-instruments"))
                .contains("\n" + block("text refusal"));
    }

    /** The log hides long words that could be a secret, as the usual name of a temporary folder could. */
    static final class ShortName implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createTempDirectory("");
        }
    }
}
