package org.threesigns.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Recognises by its first bytes a file that cannot be CSV, and says what it is. */
final class ImportFileCheck {

    private static final int FIRST_BYTES = 4_096;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] UTF_16_BIG_ENDIAN = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};

    private ImportFileCheck() {}

    /** @throws ImportRefusedException if there is no such file, or it is of another kind */
    static void require(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ImportRefusedException("there is no file %s".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new ImportRefusedException("%s is %s, and not a file"
                    .formatted(file, Files.isDirectory(file) ? "a folder" : "a device or a pipe"));
        }
        if (!Files.isReadable(file)) {
            throw new ImportRefusedException("this user may not read %s".formatted(file));
        }
        requireText(file);
    }

    private static void requireText(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(FIRST_BYTES);
        }
        if (startsWith(first, ZIP) || startsWith(first, OLD_OFFICE)) {
            throw new ImportRefusedException("it is a spreadsheet or an archive; save the table as CSV in UTF-8");
        }
        if (isUtf16(first)) {
            throw new ImportRefusedException("it is in UTF-16 or not a text; save the table as CSV in UTF-8");
        }
    }

    /** By its byte order mark, or by the zero bytes that UTF-8 does not have. */
    private static boolean isUtf16(byte[] first) {
        boolean marked = startsWith(first, UTF_16_BIG_ENDIAN) || startsWith(first, UTF_16_LITTLE_ENDIAN);
        for (byte each : first) {
            marked |= each == 0;
        }
        return marked;
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
