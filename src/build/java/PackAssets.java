import static java.nio.charset.StandardCharsets.UTF_8;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Prepares the site's static files once, as the build's last step before the tests: slims stylesheets and scripts, lets
 * stylesheets name other files by the address that carries their hash, and lays a gzip and a Brotli variant beside each
 * text. It runs from its source and is in no jar.
 *
 * <p>Arguments: the folder of the sources, and the folder where the prepared files go. Where this machine has no native
 * Brotli, there are no Brotli variants, and it says so.
 */
public final class PackAssets {

    /** A smaller file would gain less than the headers that come with a variant; the server compresses none either. */
    private static final int WORTHWHILE_BYTES = 1024;

    private static final int BEST_BROTLI = 11;
    private static final Set<String> TEXTS = Set.of("css", "js", "svg", "txt");
    private static final Pattern COMMENT = Pattern.compile("(?ms)^[ \\t]*/\\*.*?\\*/[ \\t]*$");
    private static final Pattern INDENTATION = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern LINK = Pattern.compile("url\\(\"([^\"/:#]+)\\.([a-z0-9]+)\"\\)");

    private final Path from;
    private final Path to;
    private final boolean brotli;

    private PackAssets(Path from, Path to, boolean brotli) {
        this.from = from;
        this.to = to;
        this.brotli = brotli;
    }

    public static void main(String[] arguments) throws IOException {
        boolean brotli = Brotli4jLoader.isAvailable();
        if (!brotli) {
            // A program of the build has no log; Maven shows its output.
            System.out.println("No Brotli on this machine, so the static files are packed with gzip alone: "
                    + Brotli4jLoader.getUnavailabilityCause());
        }
        new PackAssets(Path.of(arguments[0]), Path.of(arguments[1]), brotli).pack();
    }

    private void pack() throws IOException {
        Files.createDirectories(to);
        for (Path source : sources()) {
            byte[] content = prepared(source);
            Path target = to.resolve(source.getFileName());
            Files.write(target, content);
            boolean worthwhile = content.length >= WORTHWHILE_BYTES && TEXTS.contains(extension(source));
            writeOrDelete(Path.of(target + ".gz"), worthwhile, () -> gzip(content));
            writeOrDelete(Path.of(target + ".br"), worthwhile && brotli, () -> brotli(content));
        }
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.sorted().toList();
        }
    }

    private byte[] prepared(Path source) throws IOException {
        return switch (extension(source)) {
            case "css" -> linked(slim(Files.readString(source))).getBytes(UTF_8);
            case "js" -> slim(Files.readString(source)).getBytes(UTF_8);
            default -> Files.readAllBytes(source);
        };
    }

    /** Without comments that stand on lines of their own, indentation and empty lines: nothing inside a string goes. */
    private static String slim(String text) {
        String withoutComments = COMMENT.matcher(text.replace("\r\n", "\n")).replaceAll("");
        return INDENTATION.matcher(withoutComments).replaceAll("\n").strip();
    }

    /** As the application does it for its pages: the MD5 of the content before the extension. */
    private String linked(String sheet) {
        return LINK.matcher(sheet).replaceAll(link -> {
            Path target = from.resolve(link.group(1) + "." + link.group(2));
            if (!Files.exists(target)) {
                throw new IllegalArgumentException("A stylesheet names " + target + ", which is not there");
            }
            return "url(\"%s-%s.%s\")".formatted(link.group(1), md5(target), link.group(2));
        });
    }

    private String md5(Path source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(prepared(source)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private interface Compression {
        byte[] compressed() throws IOException;
    }

    /** A variant of an earlier build must not outlive what it was made from. */
    private static void writeOrDelete(Path variant, boolean wanted, Compression compression) throws IOException {
        if (wanted) {
            Files.write(variant, compression.compressed());
        } else {
            Files.deleteIfExists(variant);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] brotli(byte[] content) throws IOException {
        return Encoder.compress(content, new Encoder.Parameters().setQuality(BEST_BROTLI));
    }

    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
