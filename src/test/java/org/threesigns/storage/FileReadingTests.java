package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of itself, and what a mark says of it, whichever is right. */
class FileReadingTests {

    private static final long VERSION = 100;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # closed in order | with this state | complete | mark of | at  | lost | why
            true              | true            | true     |         |     | no   | a backup
            true              | true            | true     | it      | 101 | no   | an older backup that was put back
            true              | true            | false    | it      | 100 | yes  | cut behind its last state
            true              | false           | true     |         |     | yes  | a backup that was cut
            true              | false           | true     | it      | 101 | yes  | closed and cut
            true              | false           | true     | it      | 100 | no   | a power cut while it was closed
            true              | false           | true     | other   | 100 | yes  | a backup that was cut, put beside the mark of another file
            false             | false           | true     |         |     | no   | a kill before the first mark
            false             | false           | true     | it      | 99  | no   | a kill after a mark
            false             | false           | true     | it      | 100 | no   | a kill right after a mark
            false             | false           | true     | it      | 101 | yes  | a kill and a cut
            false             | false           | true     | other   | 101 | no   | compacted since
            """)
    void tellsWhetherItsEndIsLost(
            boolean closedInOrder,
            boolean here,
            boolean complete,
            @Nullable String of,
            @Nullable Long marked,
            String lost,
            String why) {
        var reading = new FileReading(new FileProgress(1, VERSION), closedInOrder, here, complete);
        Optional<FileProgress> mark =
                marked == null ? Optional.empty() : Optional.of(new FileProgress("it".equals(of) ? 1 : 2, marked));

        assertThat(reading.hasLostItsEnd(mark)).as(why).isEqualTo("yes".equals(lost));
    }
}
