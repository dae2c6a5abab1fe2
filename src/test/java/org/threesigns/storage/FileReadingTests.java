package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of itself, and what a mark says of it, whichever is right. */
class FileReadingTests {

    private static final long VERSION = 100;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # closed at | complete | mark of | at  | lost | why
            100         | true     |         |     | no   | a backup
            100         | true     | it      | 101 | no   | an older backup that was put back
            100         | false    | it      | 100 | yes  | cut behind its last state
            101         | true     |         |     | yes  | a backup that was cut
            101         | true     | it      | 101 | yes  | closed and cut
            101         | true     | it      | 100 | no   | a power cut while it was closed
            101         | true     | other   | 100 | yes  | a backup that was cut, put beside the mark of another file
            99          | true     |         |     | no   | a kill during the first write after it was opened
            99          | true     | it      | 99  | no   | the same, with the mark of how it was closed
                        | true     |         |     | no   | a kill before the first mark
                        | true     | it      | 99  | no   | a kill after a mark
                        | true     | it      | 100 | no   | a kill right after a mark
                        | true     | it      | 101 | yes  | a kill and a cut
                        | true     | other   | 101 | no   | compacted since
            """)
    void tellsWhetherItsEndIsLost(
            @Nullable Long closedAt,
            boolean complete,
            @Nullable String of,
            @Nullable Long marked,
            String lost,
            String why) {
        var reading = new FileReading(
                new FileProgress(1, VERSION),
                closedAt == null ? OptionalLong.empty() : OptionalLong.of(closedAt),
                complete);
        Optional<FileProgress> mark =
                marked == null ? Optional.empty() : Optional.of(new FileProgress("it".equals(of) ? 1 : 2, marked));

        assertThat(reading.hasLostItsEnd(mark)).as(why).isEqualTo("yes".equals(lost));
    }
}
