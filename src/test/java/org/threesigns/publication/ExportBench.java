package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.threesigns.export.DownloadingBrowser;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.statistics.CountFilter;

/**
 * Whether the export of responses keeps its pace and its memory however many rows there are, and what a slow reader costs:
 * downloaded as an administrator does, in a JVM that is given little. See {@code bench/statistics.md}.
 */
class ExportBench {

    private static final int FEW = 10_000;
    private static final int MEGABYTE = 1 << 20;
    private static final int SLOW = 10_000; // bytes a second

    /**
     * @param untilFirst seconds until the first byte
     * @param seconds until the last one
     * @param firstTenth how many rows a second came while the first tenth did
     * @param megabytes a peak: what a collection left on the heap while the rows went out
     */
    private record Download(
            long lines,
            long bytes,
            double untilFirst,
            double seconds,
            double firstTenth,
            double lastTenth,
            long megabytes) {}

    @Test
    void keepsItsPaceAndItsMemoryForAnyNumberOfRows() throws Exception {
        long rows = Long.getLong("rows", 1_000_000);
        for (long published : List.of((long) FEW, rows)) {
            try (var site = new BenchSite()) {
                BenchRows.published(site, published);
                var browser = new DownloadingBrowser(site.jdbc(), site.port());
                print(download(browser, published));
                print(download(browser, published));
                printReading(site, published);
                readSlowly(site, browser, Integer.getInteger("slow", 60));
            }
        }
    }

    private static void print(Download download) {
        System.out.printf(
                Locale.ENGLISH,
                "%s, heap of %d MB: %,d rows, %d MB, first byte after %.1f s, last after %.1f s;"
                        + " rows a second in the first tenth %,.0f, in the last %,.0f, ratio %.2f;"
                        + " collections left %d MB at most%n",
                BenchSite.ENGINE,
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                download.lines() - 1,
                download.bytes() / MEGABYTE,
                download.untilFirst(),
                download.seconds(),
                download.firstTenth(),
                download.lastTenth(),
                download.lastTenth() / download.firstTenth(),
                download.megabytes());
    }

    /** What happens before the first byte, without the file. */
    private static void printReading(BenchSite site, long rows) {
        long start = System.nanoTime();
        var reader = new Consumer<PublishedRow>() {

            private final double[] tenths = new double[11];
            private long read;

            @Override
            public void accept(PublishedRow row) {
                read++;
                if (read % (rows / 10) == 0) {
                    tenths[(int) (read / (rows / 10))] = seconds(start);
                }
            }
        };
        site.bean(PublishedRows.class).forEach(TestInstruments.sim24(), CountFilter.ALL, reader);
        double first = reader.tenths[1];
        double last = reader.tenths[10] - reader.tenths[9];
        System.out.printf(
                Locale.ENGLISH,
                "%s: %,d rows read in %.1f s; rows a second in the first tenth %,.0f, in the last %,.0f, ratio %.2f%n",
                BenchSite.ENGINE,
                reader.read,
                seconds(start),
                rows / 10.0 / first,
                rows / 10.0 / last,
                first / last);
    }

    private static Download download(DownloadingBrowser browser, long rows) throws Exception {
        System.gc();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .toList();
        long start = System.nanoTime();
        long lines = 0;
        long bytes = 0;
        long most = 0;
        double first = 0;
        double[] tenths = new double[11];
        try (InputStream in = browser.export().body()) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                double now = seconds(start);
                first = bytes == 0 ? now : first;
                tenths[0] = first;
                bytes += read;
                lines += lines(buffer, read);
                for (int tenth = 1; tenth <= 10; tenth++) {
                    tenths[tenth] = tenths[tenth] == 0 && lines > rows * tenth / 10 ? now : tenths[tenth];
                }
                most = Math.max(
                        most,
                        pools.stream()
                                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                                .sum());
            }
        }
        assertThat(lines).isEqualTo(rows + 1);
        return new Download(
                lines,
                bytes,
                first,
                seconds(start),
                rows / 10.0 / (tenths[1] - tenths[0]),
                rows / 10.0 / (tenths[10] - tenths[9]),
                most / MEGABYTE);
    }

    /** Reads at 10 kB a second and leaves; says how many connections that took. */
    private static void readSlowly(BenchSite site, DownloadingBrowser browser, int seconds) throws Exception {
        var pool = ((HikariDataSource) site.bean(DataSource.class)).getHikariPoolMXBean();
        int most = 0;
        long bytes = 0;
        try (InputStream in = browser.export().body()) {
            var buffer = new byte[SLOW];
            for (int second = 0; second < seconds; second++) {
                bytes += in.readNBytes(buffer, 0, SLOW);
                most = Math.max(most, pool.getActiveConnections());
                Thread.sleep(1_000);
            }
        } catch (IOException e) {
            System.out.printf("%s, slow reader: cut off after %,d bytes: %s%n", BenchSite.ENGINE, bytes, e);
            return;
        }
        System.out.printf(
                Locale.ENGLISH,
                "%s, slow reader: %,d bytes in %d s, %d connections in use at most%n",
                BenchSite.ENGINE,
                bytes,
                seconds,
                most);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long lines(byte[] buffer, int read) {
        long lines = 0;
        for (int at = 0; at < read; at++) {
            lines += buffer[at] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
