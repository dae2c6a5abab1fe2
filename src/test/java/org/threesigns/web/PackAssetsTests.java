package org.threesigns.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build's own step, run as the build runs it: from its source. */
class PackAssetsTests {

    private static final String SHEET = """
            /*
             * About this sheet.
             */
            @font-face {
              src: url("letters.woff2");
            }

            .a {
              /* why */
              content: "/* no comment */";
              color: red; /* stays */
            }
            """;

    @TempDir
    private Path from;

    @TempDir
    private Path to;

    @BeforeEach
    void sources() throws IOException {
        Files.writeString(from.resolve("app.css"), SHEET + ".b {\n  color: blue;\n}\n".repeat(100));
        Files.writeString(from.resolve("short.js"), "// kept\n  const x = 1;\n");
        Files.writeString(from.resolve("letters.woff2"), "letters".repeat(1000));
    }

    @Test
    void slimsTextsNamesFilesByTheirHashAndPacksWhatIsLongEnough() throws Exception {
        Files.writeString(to.resolve("short.js.br"), "of an earlier build");

        String said = pack(brotlisJars(true));

        String sheet = Files.readString(to.resolve("app.css"));
        assertThat(sheet)
                .startsWith("@font-face {\nsrc: url(\"letters-57b3a8440f6d431dea5699c7dba49eff.woff2\");\n}\n.a {\n"
                        + "content: \"/* no comment */\";\ncolor: red; /* stays */\n}\n.b {");
        assertThat(unzipped(to.resolve("app.css.gz"))).isEqualTo(sheet);
        assertThat(Files.readString(to.resolve("short.js"))).isEqualTo("// kept\nconst x = 1;");
        assertThat(to.resolve("letters.woff2")).hasSameBinaryContentAs(from.resolve("letters.woff2"));
        assertThat(names())
                .containsExactlyElementsOf(
                        Brotli4jLoader.isAvailable()
                                ? List.of("app.css", "app.css.br", "app.css.gz", "letters.woff2", "short.js")
                                : List.of("app.css", "app.css.gz", "letters.woff2", "short.js"));
        assertThat(said.isEmpty()).isEqualTo(Brotli4jLoader.isAvailable());
    }

    @Test
    void whereBrotliIsMissingItPacksWithGzipAndSaysSo() throws Exception {
        Files.writeString(to.resolve("app.css.br"), "of an earlier build");

        assertThat(pack(brotlisJars(false))).startsWith("No Brotli on this machine");

        assertThat(names()).containsExactly("app.css", "app.css.gz", "letters.woff2", "short.js");
    }

    private String pack(String classPath) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classPath,
                        "src/build/java/PackAssets.java",
                        from.toString(),
                        to.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isZero();
            return said;
        }
    }

    /** The jars that the build gives it, with or without that of this machine's native code. */
    private static String brotlisJars(boolean withNative) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("brotli4j"))
                .filter(path -> withNative || !path.contains("native-"))
                .collect(joining(File.pathSeparator));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(to)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
