package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.threesigns.startup.StartupException;

class CompactionTests {

    @Test
    void needsAsMuchRoomAsTheFileHas() {
        assertThatCode(() -> Compaction.requireRoom(4096, 4096)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Compaction.requireRoom(4096, 4095))
                .isInstanceOf(StartupException.class)
                .hasMessage("Compacting needs up to 4 kB of room beside the file, and there are 3 kB.");
    }
}
