package org.threesigns.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;

/** Does what the page for authors says, to the letter, from an empty folder to a questionnaire that is seen, broken and mended. */
@Tag("once")
class AuthoringIT {

    private static final Pattern BLOCK =
            Pattern.compile("^```([a-z]+)(?: (\\S+))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PREVIEW = Pattern.compile("Preview: http://localhost:\\d+(/\\S+)");
    private static final Pattern ADDRESS_ON_THE_PAGE = Pattern.compile("Open `http://localhost:8080(/[^`]+)`");
    private static final Pattern RESULT = Pattern.compile("href=\"(/en/result/[^\"]+)\"");

    @Test
    void thePageForAuthorsLeadsToAPreview(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("docs/authoring.md"));
        Path version = Files.createDirectories(folder.resolve("my-instruments/even-days/1"));
        Files.createSymbolicLink(folder.resolve("three-signs-1.jar"), Java.packagedJar());
        for (MatchResult block : blocks(page, "yaml")) {
            Files.writeString(
                    version.resolve(block.group(2)),
                    block.group(3),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        Files.delete(version.resolve("guidance.en.yaml")); // is written after the preview
        String command = blocks(page, "sh").get(0).group(3).strip();

        try (RunningApplication preview = RunningApplication.start(
                folder,
                List.of("sh", "-c", "exec " + command),
                Map.of(
                        "PATH",
                        Java.folderOfCommands() + ":" + System.getenv("PATH"),
                        "JAVA_TOOL_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"))) {
            assertThat(matches(PREVIEW, preview.output()))
                    .containsExactlyElementsOf(matches(ADDRESS_ON_THE_PAGE, page));
            seesTheQuestionnaireAndItsResults(preview);
            breaksAndMendsIt(preview, page, version.resolve("instrument.yaml"));
            writesTheGuidance(preview, page, version.resolve("guidance.en.yaml"));
            assertThat(preview.output()).doesNotContain("Exception");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static void seesTheQuestionnaireAndItsResults(RunningApplication preview) {
        assertThat(preview.get("/preview").body()).contains("Nothing is wrong", "Even days", "2.00: plenty");
        assertThat(preview.get("/en/check/even-days").body())
                .contains("How often did you hurry though nobody was waiting?");
        List<String> results = matches(RESULT, preview.get("/preview").body());
        assertThat(results).hasSize(3);
        assertThat(results.stream().map(preview::get)).allSatisfy(result -> {
            assertThat(result.statusCode()).isEqualTo(200);
            assertThat(result.body()).contains("Rest", "Pace");
        });
    }

    private static void breaksAndMendsIt(RunningApplication preview, String page, Path file) throws IOException {
        List<String> change = blocks(page, "diff").get(0).group(3).lines().toList();
        String right = change.get(0).substring(1);
        String wrong = change.get(1).substring(1);
        String[] said = blocks(page, "text").stream()
                .filter(block -> "refusal".equals(block.group(2)))
                .findFirst()
                .orElseThrow()
                .group(3)
                .replace("/srv/my-instruments/", "")
                .split(": |\n", 3);

        Files.writeString(file, Files.readString(file).replace(right, wrong));
        assertThat(HtmlUtils.htmlUnescape(preview.get("/preview").body()))
                .contains("<h1>One problem</h1>", said[0], said[1], said[2].strip());

        Files.writeString(file, Files.readString(file).replace(wrong, right));
        assertThat(preview.get("/preview").body()).contains("Nothing is wrong");
    }

    private static void writesTheGuidance(RunningApplication preview, String page, Path file) throws IOException {
        String guidance = blocks(page, "yaml").stream()
                .filter(block -> block.group(2).equals("guidance.en.yaml"))
                .findFirst()
                .orElseThrow()
                .group(3);
        Files.writeString(file, guidance);

        assertThat(preview.get(matches(RESULT, preview.get("/preview").body()).get(0))
                        .body())
                .contains("You said that breaks and sleep often come late for you.");
    }

    private static List<MatchResult> blocks(String page, String language) {
        return BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language))
                .toList();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
