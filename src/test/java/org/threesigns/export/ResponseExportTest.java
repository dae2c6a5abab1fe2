package org.threesigns.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.CannotCreateTransactionException;
import org.threesigns.dashboard.DashboardFilter;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.PublishedRows;
import org.threesigns.statistics.CountFilter;

class ResponseExportTest {

    private static final SortedSet<String> NO_LANGUAGES = new TreeSet<>();
    private static final DashboardFilter ALL = new DashboardFilter(
            TestInstruments.sim24(), CountFilter.ALL, NO_LANGUAGES, new TreeSet<>(), List.of(), List.of(), List.of());

    private final PublishedRows published = mock(PublishedRows.class);

    @TempDir
    private Path folder;

    @Test
    void isRefusedInWordsWhileAnotherIsPrepared() throws Exception {
        var export = new ResponseExport(published, folder, Duration.ofMillis(10));
        var begun = new CompletableFuture<Boolean>();
        var goOn = new CompletableFuture<Boolean>();
        doAnswer(call -> {
                    begun.complete(true);
                    goOn.join();
                    return null;
                })
                .when(published)
                .forEach(any(), any(), any());
        var first = CompletableFuture.supplyAsync(() -> export.prepare(ALL));
        begun.join();

        assertThatExceptionOfType(ExportUnavailableException.class)
                .isThrownBy(() -> export.prepare(ALL))
                .withMessage("Other exports are being prepared.");

        goOn.complete(true);
        first.join().close();
        export.prepare(ALL).close();
    }

    @Test
    void isRefusedInWordsWhereTheFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(ExportUnavailableException.class)
                .isThrownBy(() -> new ResponseExport(published, file, Duration.ZERO).prepare(ALL))
                .withMessageContaining("This server could not write the file");
    }

    @Test
    void letsTheNextOneInAfterAFailure() throws Exception {
        var export = new ResponseExport(published, folder, Duration.ofMillis(10));
        doThrow(new CannotCreateTransactionException("away")).when(published).forEach(any(), any(), any());
        assertThatExceptionOfType(ExportUnavailableException.class)
                .isThrownBy(() -> export.prepare(ALL))
                .withMessage("The database did not answer.");
        doNothing().when(published).forEach(any(), any(), any());

        export.prepare(ALL).close();

        assertThat(folder).isEmptyDirectory();
    }
}
