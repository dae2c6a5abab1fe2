package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.threesigns.questionnaire.Sittings.Sitting;

/**
 * A rendered page as bytes, plain and as gzip, in which only the key and the stamp of the sitting are replaced.
 *
 * <p>The gzip stream (RFC 1952) has what comes before the key deflated once, key and stamp as a stored block (RFC 1951, 3.2.4), and
 * what comes after the stamp deflated once. Where the container compresses each page instead, a compressed questionnaire takes 11
 * times the processor (docs/adr/0024); and nothing secret is compressed together with anything else.
 */
final class PrecompressedPage {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int STORED_HEADER_BYTES = 5;
    private static final int TRAILER_BYTES = 8;
    private static final int ROOM_FOR_WHAT_DOES_NOT_SHRINK = 1024;

    private final byte[] before;
    private final String between;
    private final byte[] after;
    private final byte[] deflatedBefore;
    private final byte[] deflatedAfter;

    /**
     * @param rendered the page as it was rendered for a sitting
     * @throws IllegalStateException if it does not hold first its key and then its stamp, each once
     */
    PrecompressedPage(String rendered, Sitting sitting) {
        String[] aroundKey = rendered.split(sitting.key().value(), -1);
        String[] aroundStamp = aroundKey[aroundKey.length - 1].split(sitting.stamp(), -1);
        if (aroundKey.length != 2 || aroundStamp.length != 2) {
            throw new IllegalStateException("The page has to hold the key and then the stamp, each once");
        }
        before = aroundKey[0].getBytes(UTF_8);
        between = aroundStamp[0];
        after = aroundStamp[1].getBytes(UTF_8);
        deflatedBefore = deflated(before, false);
        deflatedAfter = deflated(after, true);
    }

    byte[] plain(Sitting sitting) {
        byte[] values = values(sitting);
        return ByteBuffer.allocate(before.length + values.length + after.length)
                .put(before)
                .put(values)
                .put(after)
                .array();
    }

    byte[] gzip(Sitting sitting) {
        byte[] values = values(sitting);
        var sum = new CRC32();
        sum.update(before);
        sum.update(values);
        sum.update(after);
        int blocks = deflatedBefore.length + STORED_HEADER_BYTES + values.length + deflatedAfter.length;
        return ByteBuffer.allocate(GZIP_HEADER.length + blocks + TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(GZIP_HEADER)
                .put(deflatedBefore)
                .put((byte) 0) // not the last block, and stored
                .putShort((short) values.length)
                .putShort((short) ~values.length)
                .put(values)
                .put(deflatedAfter)
                .putInt((int) sum.getValue())
                .putInt(before.length + values.length + after.length)
                .array();
    }

    private byte[] values(Sitting sitting) {
        return (sitting.key().value() + between + sitting.stamp()).getBytes(US_ASCII);
    }

    /** Where more is to follow, it ends on a whole byte and leaves the stream open. */
    private static byte[] deflated(byte[] content, boolean last) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(content);
            if (last) {
                deflater.finish();
            }
            var deflated = new byte[content.length + ROOM_FOR_WHAT_DOES_NOT_SHRINK];
            int length = deflater.deflate(deflated, 0, deflated.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            return Arrays.copyOf(deflated, length);
        } finally {
            deflater.end();
        }
    }
}
