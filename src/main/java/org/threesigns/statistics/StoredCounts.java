package org.threesigns.statistics;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The stored format of counts: one byte for its version, then the number of counts, then each count as a variable-length
 * integer of seven bits a byte. A 0 is followed by the number of further zeros.
 */
public final class StoredCounts {

    static final byte FORMAT = 1;

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int MOST_BITS = 63;

    private StoredCounts() {}

    static byte[] write(long[] counts) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(FORMAT);
        write(bytes, counts.length);
        for (int at = 0; at < counts.length; at++) {
            write(bytes, counts[at]);
            if (counts[at] == 0) {
                int zeros = zerosAfter(counts, at);
                write(bytes, zeros);
                at += zeros;
            }
        }
        return bytes.toByteArray();
    }

    private static int zerosAfter(long[] counts, int at) {
        int end = at + 1;
        while (end < counts.length && counts[end] == 0) {
            end++;
        }
        return end - at - 1;
    }

    private static void write(ByteArrayOutputStream bytes, long count) {
        long rest = count;
        while (rest > SEVEN_BITS) {
            bytes.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** @throws UnreadableCountsException if these are not {@code size} counts in a known format */
    static long[] read(byte[] stored, int size) {
        requireKnownFormat(stored);
        var bytes = ByteBuffer.wrap(stored, 1, stored.length - 1);
        try {
            requireSize(read(bytes), size);
            long[] counts = readCounts(bytes, size);
            requireEnd(bytes);
            return counts;
        } catch (BufferUnderflowException e) {
            throw new UnreadableCountsException("The stored counts end too early.");
        }
    }

    private static long[] readCounts(ByteBuffer bytes, int size) {
        var counts = new long[size];
        for (int at = 0; at < size; at++) {
            counts[at] = read(bytes);
            if (counts[at] == 0) {
                at += (int) Math.min(read(bytes), size);
            }
        }
        return counts;
    }

    /**
     * Checks the version of the format.
     *
     * @throws UnreadableCountsException if a newer version of the application wrote these, or they are not counts
     */
    public static void requireKnownFormat(byte[] stored) {
        if (stored.length == 0) {
            throw new UnreadableCountsException("The stored counts are empty.");
        }
        if (stored[0] > FORMAT) {
            throw UnreadableCountsException.newer(stored[0]);
        }
        if (stored[0] < 1) {
            throw new UnreadableCountsException(
                    "The stored counts begin with %s, which is no known format.".formatted(stored[0]));
        }
    }

    private static void requireSize(long stored, int size) {
        if (stored != size) {
            throw new UnreadableCountsException(
                    "The stored counts have %s figures; this instrument has %s.".formatted(stored, size));
        }
    }

    private static void requireEnd(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            throw new UnreadableCountsException("The stored counts continue after their end.");
        }
    }

    private static long read(ByteBuffer bytes) {
        long count = 0;
        for (int shift = 0; shift < MOST_BITS; shift += 7) {
            int next = bytes.get();
            count |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return count;
            }
        }
        throw new UnreadableCountsException("A stored count is too long.");
    }
}
