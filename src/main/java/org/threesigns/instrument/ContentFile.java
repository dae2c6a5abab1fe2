package org.threesigns.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A content file, read as UTF-8 and parsed as YAML.
 *
 * @param name the file as its author knows it
 */
record ContentFile(String name, Node root) {

    /** Enough for advice that many texts share. No alias is written out: readers walk along the keys that they know. */
    private static final int MOST_ALIASES = 2000;

    /** @throws BrokenContentException if it cannot be read, is not readable text, or not YAML */
    static ContentFile read(Resource resource) {
        String name = nameOf(resource);
        try (InputStream in = resource.getInputStream()) {
            return new ContentFile(name, parse(name, textOf(name, in.readAllBytes())));
        } catch (IOException e) {
            throw new BrokenContentException(
                    name, "The file cannot be read.", "See that it is there, and that this user may read it.");
        }
    }

    private static Node parse(String file, String yaml) {
        try {
            @Nullable Node root = new Yaml(limits()).compose(new StringReader(yaml));
            if (root == null) {
                throw new BrokenContentException(file, 1, "The file is empty.", "Write it, or remove the file.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw problem(file, e);
        } catch (YAMLException e) {
            throw new BrokenContentException(file, 1, "This is not YAML: " + e.getMessage() + ".", "Shorten the file.");
        }
    }

    /** That quotes or brackets are not closed, or a colon is missing, the parser finds out below the line that is to be mended. */
    private static BrokenContentException problem(String file, MarkedYAMLException e) {
        boolean endless =
                e.getProblem().endsWith("end of stream") || e.getProblem().endsWith("<stream end>");
        boolean withoutColon = "while scanning a simple key".equals(e.getContext());
        @Nullable Mark at = endless || withoutColon ? e.getContextMark() : e.getProblemMark();
        return new BrokenContentException(
                file,
                at == null ? 1 : at.getLine() + 1,
                "This is not YAML: %s.".formatted(endless ? "what begins here has no end" : e.getProblem()),
                endless
                        ? "Close its quotes or brackets."
                        : "Mend the indentation or the brackets there or just above, or put the text in double quotes.");
    }

    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        return limits;
    }

    /** The bytes as text without invisible characters. */
    private static String textOf(String file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var text = CharBuffer.allocate(bytes.length);
        boolean readable =
                !StandardCharsets.UTF_8.newDecoder().decode(in, text, true).isError();
        text.flip();
        int invisible = firstInvisible(text);
        if (readable && invisible < 0) {
            return text.toString();
        }
        CharSequence before = invisible < 0 ? text : text.subSequence(0, invisible);
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        throw invisible < 0
                ? new BrokenContentException(
                        file, line, "A character here is not in UTF-8.", "Save the file as UTF-8 text.")
                : new BrokenContentException(
                        file, line, "A character here cannot be seen.", "Delete it, and save the file as UTF-8 text.");
    }

    private static int firstInvisible(CharSequence text) {
        return IntStream.range(0, text.length())
                .filter(index ->
                        !Character.isSurrogate(text.charAt(index)) && !StreamReader.isPrintable(text.charAt(index)))
                .findFirst()
                .orElse(-1);
    }

    /** The path of a file; for a file in a jar, its path inside the jar. */
    static String nameOf(Resource resource) {
        try {
            String path = resource.getURL().getPath();
            return resource.isFile()
                    ? resource.getFile().getPath()
                    : path.substring(path.lastIndexOf("/instruments/") + 1);
        } catch (IOException e) {
            return resource.getDescription();
        }
    }
}
