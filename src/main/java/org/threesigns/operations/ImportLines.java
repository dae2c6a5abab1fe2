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

/** Lines of comma-separated values, one by one, each checked by itself: a broken one says nothing about the next. */
final class ImportLines {

    private static final int LONGEST = 16_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private int number;

    ImportLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** The next line as it stands; null after the last. */
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

    /** @throws ImportProblem if the line is too long, not UTF-8, or has a quote that does not end */
    static List<String> cells(byte[] line) {
        if (line.length > LONGEST) {
            throw new ImportProblem("longer than %d bytes".formatted(LONGEST));
        }
        String text = text(line);
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
                if (quoted && at > 0 && text.charAt(at - 1) == '"') {
                    cell.append(c);
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new ImportProblem("a quote that does not end");
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
            throw new ImportProblem("not UTF-8");
        }
    }
}
