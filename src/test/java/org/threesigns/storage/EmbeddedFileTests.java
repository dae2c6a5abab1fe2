package org.threesigns.storage;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import org.threesigns.startup.StartupException;

/** A start refuses a file that has lost its end, and takes one that a kill or a power cut left, and a backup. */
class EmbeddedFileTests {

    /** Not a divisor of H2's blocks, so that cuts are within them, too. */
    private static final int STEP = 5_000;

    private static final Set<Integer> MARKED = upTo(40);
    private static final Set<Integer> ALL = upTo(50);

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void aFolder() throws IOException {
        site = Files.createDirectory(folder.resolve("site"));
    }

    @ParameterizedTest
    @CsvSource({"false, ''", "true, ''", "false, ;RETENTION_TIME=0", "true, ;RETENTION_TIME=0"})
    void whateverIsCutOffNothingThatTheMarkCoversIsLostWithoutAWord(boolean closed, String settings) throws Exception {
        Path whole = folder.resolve("whole");
        try (var database = new MarkedDatabase(site, settings)) {
            database.add(1, 40);
            database.mark();
            database.add(41, 50);
            FileSystemUtils.copyRecursively(site, whole);
        }
        if (closed) {
            FileSystemUtils.copyRecursively(site, whole);
        }

        int refused = 0;
        long length = Files.size(fileIn(whole));
        for (long cut = length - 1; cut > 0; cut -= STEP) {
            Optional<Set<Integer>> found = numbersIf(cut, whole);
            if (found.isPresent()) {
                assertThat(found.get()).as("cut to %d of %d", cut, length).containsAll(closed ? ALL : MARKED);
            } else {
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(MarkedDatabase.numbersAfterStart(whole)).isEqualTo(ALL);
    }

    /** Empty if the start is refused, by this or by H2. */
    private Optional<Set<Integer>> numbersIf(long cut, Path whole) throws IOException {
        Path copy = folder.resolve("copy");
        FileSystemUtils.copyRecursively(whole, copy);
        try (FileChannel file = FileChannel.open(fileIn(copy), WRITE)) {
            file.truncate(cut);
        }
        try {
            return Optional.of(MarkedDatabase.numbersAfterStart(copy));
        } catch (StartupException | SQLException e) {
            return Optional.empty();
        } finally {
            FileSystemUtils.deleteRecursively(copy);
        }
    }

    @Test
    void aBackupOfAClosedFileIsTakenWhateverTheMarkSays() throws Exception {
        Path backup = folder.resolve("backup");
        try (var database = new MarkedDatabase(site)) {
            database.add(1, 40);
        }
        Files.copy(fileIn(site), backup);
        Path killed = folder.resolve("killed");
        try (var database = new MarkedDatabase(site)) {
            database.add(41, 50);
            database.mark();
            FileSystemUtils.copyRecursively(site, killed);
        }

        Files.copy(backup, fileIn(killed), REPLACE_EXISTING);

        assertThat(MarkedDatabase.numbersAfterStart(killed)).isEqualTo(MARKED);
        Path killedAgain = folder.resolve("killed-again");
        try (var database = new MarkedDatabase(killed)) {
            database.add(41, 41);
            FileSystemUtils.copyRecursively(killed, killedAgain); // before the next mark
        }
        assertThat(MarkedDatabase.numbersAfterStart(killedAgain)).isEqualTo(upTo(41));
    }

    @Test
    void aSnapshotIsTakenWithItsMarkOrOnceThatIsDeleted() throws Exception {
        Path snapshot = folder.resolve("snapshot");
        try (var database = new MarkedDatabase(site)) {
            database.add(1, 40);
            database.mark();
            FileSystemUtils.copyRecursively(site, snapshot);
            database.add(41, 50);
        }
        assertThat(MarkedDatabase.numbersAfterStart(snapshot)).isEqualTo(MARKED);

        Files.copy(fileIn(snapshot), fileIn(site), REPLACE_EXISTING);
        assertThatThrownBy(() -> MarkedDatabase.checkAtStart(site))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("has lost its end");

        Files.delete(markIn(site));
        assertThat(MarkedDatabase.numbersAfterStart(site)).isEqualTo(MARKED);
    }

    @Test
    void aBackupThatWasNotCopiedToItsEndIsRefusedWithoutAMark() throws Exception {
        try (var database = new MarkedDatabase(site)) {
            database.add(1, 50);
        }
        Files.delete(markIn(site));
        try (FileChannel file = FileChannel.open(fileIn(site), WRITE)) {
            file.truncate(file.size() - STEP);
        }

        assertThatThrownBy(() -> MarkedDatabase.checkAtStart(site)).isInstanceOf(StartupException.class);
    }

    @Test
    void aFileGoesOnAfterCompacting() throws Exception {
        Path killed = folder.resolve("killed");
        try (var database = new MarkedDatabase(site)) {
            database.add(1, 40);
            database.mark();
            database.compactAndClose();
        }
        try (var database = new MarkedDatabase(site)) {
            database.add(41, 50);
            FileSystemUtils.copyRecursively(site, killed); // with the mark from before
        }

        assertThat(MarkedDatabase.numbersAfterStart(killed)).isEqualTo(ALL);
    }

    @Test
    void aMarkThatCannotBeReadIsNone() throws Exception {
        try (var database = new MarkedDatabase(site)) {
            database.add(1, 50);
        }
        Files.writeString(markIn(site), "created 9");

        assertThat(MarkedDatabase.numbersAfterStart(site)).isEqualTo(ALL);
        assertThat(new ProgressMark(site).read()).isPresent();
    }

    @Test
    void aMarkThatCannotBeWrittenIsToldBeforeAnythingIsChanged() throws Exception {
        try (var database = new MarkedDatabase(site)) {
            database.add(1, 50);
        }
        Files.delete(markIn(site));
        Files.createDirectory(markIn(site));

        assertThatThrownBy(() -> MarkedDatabase.checkAtStart(site))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("cannot be written");
    }

    private static Path fileIn(Path folder) {
        return folder.resolve(DataFolder.FILE);
    }

    private static Path markIn(Path folder) {
        return folder.resolve(ProgressMark.FILE);
    }

    private static Set<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().collect(Collectors.toSet());
    }
}
