package org.threesigns.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.threesigns.instrument.Instrument;
import org.threesigns.publication.PublishedRow;
import org.threesigns.scoring.Responses;

/**
 * Rows on their way to a reader who may be slow, in a file and in random order, so that they hold neither memory nor a
 * connection. The file can be read by this process's user alone. Its name is gone as soon as it is open, so that nothing is left
 * however this process ends.
 */
final class RowSpool implements Closeable {

    /** The month, the longest language and wording, the flag, and what separates them from each other and the answers. */
    private static final int WITHOUT_ANSWERS = 7 + 35 + 7 + 1 + 4;

    /** Of the characters of {@link Responses}. */
    private static final int BYTES_OF_A_NUMBER = 2;

    private final FileChannel file;
    private final RandomGenerator random;
    private final ByteBuffer record;
    private final long mostRows;
    private long rows;

    private RowSpool(FileChannel file, int recordLength, long mostRows, RandomGenerator random) {
        this.file = file;
        this.record = ByteBuffer.allocateDirect(recordLength);
        this.mostRows = mostRows;
        this.random = random;
    }

    /** An empty spool in this folder, which may fill half of the room that its disk has. */
    static RowSpool open(Path folder, Instrument instrument) throws IOException {
        long room = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
        return open(folder, instrument, room / 2 / recordLength(instrument), new SecureRandom());
    }

    static RowSpool open(Path folder, Instrument instrument, long mostRows, RandomGenerator random) throws IOException {
        Path path = Files.createTempFile(folder, "export-", ".tmp"); // readable by its owner alone
        var file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        return new RowSpool(file, recordLength(instrument), mostRows, random);
    }

    private static int recordLength(Instrument instrument) {
        return WITHOUT_ANSWERS
                + instrument.items().stream()
                        .mapToInt(item -> item.responseScale().isNumber() ? BYTES_OF_A_NUMBER : 1)
                        .sum();
    }

    /**
     * Adds a row at a random place, and moves the one that was there to the end: so every order is as likely as every other.
     *
     * @throws UncheckedIOException if there is no room for it
     */
    void add(PublishedRow row) {
        try {
            if (rows == mostRows) {
                throw new IOException("There is too little room on the disk");
            }
            long place = random.nextLong(rows + 1);
            if (place < rows) {
                read(place);
                write(rows);
            }
            encode(row);
            write(place);
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes the rows on in their random order. */
    void forEach(Consumer<PublishedRow> reader) throws IOException {
        for (long place = 0; place < rows; place++) {
            read(place);
            reader.accept(decode());
        }
    }

    private void read(long place) throws IOException {
        record.clear();
        while (record.hasRemaining()) {
            if (file.read(record, place * record.capacity() + record.position()) < 0) {
                throw new IOException("The file of an export is shorter than it was");
            }
        }
        record.flip();
    }

    private void write(long place) throws IOException {
        while (record.hasRemaining()) {
            file.write(record, place * record.capacity() + record.position());
        }
    }

    private void encode(PublishedRow row) {
        String cells = String.join(
                " ",
                row.month().toString(),
                row.language(),
                row.wording(),
                row.careless() ? "1" : "0",
                row.responses().encoded());
        record.clear();
        record.put(Arrays.copyOf(cells.getBytes(UTF_8), record.capacity()));
        record.flip();
    }

    private PublishedRow decode() {
        byte[] bytes = new byte[record.remaining()];
        record.get(bytes);
        String[] cells = new String(bytes, UTF_8).trim().split(" ", -1);
        return new PublishedRow(
                cells[1], cells[2], cells[3].equals("1"), YearMonth.parse(cells[0]), new Responses(cells[4]));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
