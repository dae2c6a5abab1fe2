package org.threesigns.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.threesigns.Concurrently;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.PublishedRow;
import org.threesigns.publication.PublishedRows;
import org.threesigns.scoring.Responses;

/** How rows reach a reader who is slow, leaves, or asks when they cannot be had. */
@Tag("once")
@OnH2
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "three-signs.instruments=src/test/resources/reference/instruments",
            "server.tomcat.connection-timeout=1s",
            "server.tomcat.keep-alive-timeout=60s"
        })
class ExportDeliveryTests {

    private static final int MORE_THAN_BUFFERS_HOLD = 6_000;
    private static final PublishedRow ROW = row(TestInstruments.sim24().items().size());
    private static final PublishedRow UNSCORABLE = row(3);

    /** So that a reader who pauses is felt after a few kilobytes, and not after the megabytes that a kernel would hold. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SmallBuffers {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
            return server -> server.addConnectorCustomizers(
                    connector -> connector.setProperty("socket.txBufSize", Integer.toString(16 * 1024)));
        }
    }

    @MockitoBean
    private PublishedRows published;

    @LocalServerPort
    private int port;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Path data;

    @Autowired
    ExportDeliveryTests(JdbcClient jdbc, DataSource dataSource, @Value("${three-signs.data}") Path data) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.data = data;
    }

    @BeforeEach
    void clear() {
        jdbc.sql("delete from audit_event").update();
    }

    @Test
    void aReaderMayPauseLongerThanASenderAndHoldsNoConnectionMeanwhile() throws Exception {
        publish(reader -> rows(MORE_THAN_BUFFERS_HOLD, reader));

        try (InputStream rows = browser().export().body()) {
            rows.readNBytes(100_000);
            Thread.sleep(2_000);

            await().until(this::activeConnections, active -> active == 0); // publishing needs one at times
            assertThat(lines(rows.readAllBytes())).isGreaterThan(MORE_THAN_BUFFERS_HOLD - 1_000);
        }
        assertThat(events()).contains("exported").doesNotContain("export-failed");
    }

    @Test
    void aReaderWhoLeavesIsNoticedAndNothingIsLeftOfTheirFile() throws Exception {
        publish(reader -> rows(MORE_THAN_BUFFERS_HOLD, reader));

        browser().exportAndLeave();

        await().until(() -> events().contains("export-failed"));
        assertThat(details()).anyMatch(detail -> detail.endsWith("Not all of it was sent."));
        assertThat(spoolFiles()).isEmpty();
    }

    @Test
    void whatFailsHalfWayDoesNotLookWhole() throws Exception {
        publish(reader -> {
            rows(MORE_THAN_BUFFERS_HOLD, reader);
            reader.accept(UNSCORABLE);
        });

        assertThat(cameWhole(browser().export())).isFalse();

        await().until(() -> events().contains("export-failed"));
        assertThat(spoolFiles()).isEmpty();
    }

    @Test
    void whatFailsBeforeARowHasLeftIsAnErrorPage() throws Exception {
        publish(reader -> reader.accept(UNSCORABLE));

        HttpResponse<InputStream> answer = browser().export();

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(new String(answer.body().readAllBytes(), UTF_8)).contains("<h1");
        assertThat(events()).contains("export-failed");
    }

    @Test
    void whatCannotBePreparedIsRefusedInWords() throws Exception {
        publish(reader -> {
            rows(1_000, reader);
            throw new QueryTimeoutException("away");
        });

        HttpResponse<InputStream> refusal = browser().export();

        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(new String(refusal.body().readAllBytes(), UTF_8)).contains("The database did not answer.");
        assertThat(events()).contains("export-failed");
        assertThat(spoolFiles()).isEmpty();
    }

    @Test
    void oneIsPreparedAtATime() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        publish(reader -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            rows(1_000, reader);
            running.decrementAndGet();
        });
        DownloadingBrowser browser = browser();

        List<Long> lines =
                Concurrently.atOnce(12, () -> lines(browser.export().body().readAllBytes()));

        assertThat(lines).hasSize(12).allMatch(each -> each == 1_001);
        assertThat(most).hasValue(1);
    }

    private void publish(Consumer<Consumer<PublishedRow>> rows) {
        doAnswer(call -> {
                    rows.accept(call.getArgument(2));
                    return null;
                })
                .when(published)
                .forEach(any(), any(), any());
    }

    private static void rows(int n, Consumer<PublishedRow> reader) {
        for (int row = 0; row < n; row++) {
            reader.accept(ROW);
        }
    }

    private static PublishedRow row(int answers) {
        return new PublishedRow("en", "current", false, YearMonth.of(2026, 3), new Responses("2".repeat(answers)));
    }

    private DownloadingBrowser browser() throws Exception {
        return new DownloadingBrowser(jdbc, port);
    }

    /** Rows go out in a random order, so what fails may also be among the first, which have not left when it does. */
    private static boolean cameWhole(HttpResponse<InputStream> answer) {
        try (InputStream rows = answer.body()) {
            rows.readAllBytes();
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static long lines(byte[] text) {
        return new String(text, UTF_8).lines().count();
    }

    private int activeConnections() throws SQLException {
        return dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    private List<String> events() {
        return jdbc.sql("select event from audit_event").query(String.class).list();
    }

    private List<String> details() {
        return jdbc.sql("select detail from audit_event where detail is not null")
                .query(String.class)
                .list();
    }

    private List<Path> spoolFiles() throws Exception {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("export-"))
                    .toList();
        }
    }
}
