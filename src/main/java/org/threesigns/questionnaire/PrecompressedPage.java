package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.springframework.http.HttpHeaders;
import org.threesigns.questionnaire.Sittings.Sitting;

/**
 * A page that was rendered once and is the same for everybody, but for the key and the stamp of the sitting: what comes
 * before them, between them and after them is kept as bytes, plain and compressed.
 *
 * <p>The compressed page is one gzip stream (RFC 1952) of three runs: what comes before the gap, compressed once; the gap,
 * stored as it is (RFC 1951, 3.2.4); what comes after it, compressed once without looking back. So what is secret is
 * never compressed together with anything else.
 */
final class PrecompressedPage {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER_BYTES = 8;
    private static final int STORED_HEADER_BYTES = 5;

    private final byte[] before;
    private final byte[] between;
    private final byte[] after;
    private final byte[] compressedBefore;
    private final byte[] compressedAfter;

    private PrecompressedPage(String before, String between, String after) {
        this.before = before.getBytes(UTF_8);
        this.between = between.getBytes(UTF_8);
        this.after = after.getBytes(UTF_8);
        this.compressedBefore = compressed(this.before, false);
        this.compressedAfter = compressed(this.after, true);
    }

    /**
     * Prepares a page from how it was rendered for one sitting.
     *
     * @throws IllegalStateException if the page does not hold first the key and then the stamp, each once
     */
    static PrecompressedPage of(String rendered, Sitting sitting) {
        String key = sitting.key().value();
        List<String> aroundKey = List.of(rendered.split(key, -1));
        List<String> aroundStamp = List.of(aroundKey.get(aroundKey.size() - 1).split(sitting.stamp(), -1));
        if (aroundKey.size() != 2 || aroundStamp.size() != 2) {
            throw new IllegalStateException("The page has to hold the key and then the stamp, each once");
        }
        return new PrecompressedPage(aroundKey.get(0), aroundStamp.get(0), aroundStamp.get(1));
    }

    /** Answers with the page for this sitting. */
    void write(Sitting sitting, boolean compressed, HttpServletResponse response) throws IOException {
        byte[] gap = gap(sitting);
        List<byte[]> runs = compressed
                ? List.of(GZIP_HEADER, compressedBefore, storedHeader(gap), gap, compressedAfter, trailer(gap))
                : List.of(before, gap, after);
        if (compressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(runs.stream().mapToInt(run -> run.length).sum());
        ServletOutputStream out = response.getOutputStream();
        for (byte[] run : runs) {
            out.write(run);
        }
    }

    private byte[] gap(Sitting sitting) {
        byte[] key = sitting.key().value().getBytes(UTF_8);
        byte[] stamp = sitting.stamp().getBytes(UTF_8);
        return ByteBuffer.allocate(key.length + between.length + stamp.length)
                .put(key)
                .put(between)
                .put(stamp)
                .array();
    }

    private static byte[] storedHeader(byte[] gap) {
        return ByteBuffer.allocate(STORED_HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0) // not the last block, and stored
                .putShort((short) gap.length)
                .putShort((short) ~gap.length)
                .array();
    }

    private byte[] trailer(byte[] gap) {
        var sum = new CRC32();
        sum.update(before);
        sum.update(gap);
        sum.update(after);
        return ByteBuffer.allocate(TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(before.length + gap.length + after.length)
                .array();
    }

    /** Raw deflate; where more is to follow, it ends on a whole byte and leaves the stream open. */
    private static byte[] compressed(byte[] content, boolean last) {
        var compressed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            var out = new DeflaterOutputStream(compressed, deflater, true);
            out.write(content);
            if (last) {
                out.finish();
            } else {
                out.flush();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written", e);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }
}
