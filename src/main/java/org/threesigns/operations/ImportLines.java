package org.threesigns.operations;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines of comma-separated values. Each line is checked by itself, so a broken one does not affect the next. */
final class ImportLines {

    private static final int LONGEST = 16_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private int number;

    ImportLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The number of the last line that was read, from 1. */
    int number() {
        return number;
    }

    /** The bytes of the next line; null after the last. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        number++;
        while (read >= 0 && read != '\n') {
            if (line.size() <= LONGEST) {
                line.write(read);
            }
            read = in.read();
        }
        return line.toByteArray();
    }

    /** @throws ImportRefusedException if the line is too long, not UTF-8, or has a quote that does not end */
    static List<String> cells(byte[] line) {
        if (line.length > LONGEST) {
            throw new ImportRefusedException("longer than %s bytes".formatted(LONGEST));
        }
        String text = text(line);
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c != '"' || (quoted && at > 0 && text.charAt(at - 1) == '"')) {
                cell.append(c); // a quote only where two of them stand for one
            }
        }
        if (quoted) {
            throw new ImportRefusedException("a quote that does not end");
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static String text(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        } catch (CharacterCodingException e) {
            throw new ImportRefusedException("not UTF-8");
        }
    }
}
