package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threesigns.startup.StartupException;

class CompactionTests {

    @Test
    void findsTheFileWhereItIsWhateverItsName(@TempDir Path folder) throws Exception {
        var elsewhere = new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("other") + ";DB_CLOSE_DELAY=-1");
        new JdbcTemplate(elsewhere).execute("create table number_of (number int primary key)");
        var compaction = new Compaction(new DatabaseEngine(elsewhere));

        var sizes = compaction.compact();

        assertThat(sizes).map(Compaction.Sizes::after).contains(Files.size(folder.resolve("other.mv.db")));
    }

    @Test
    void needsAsMuchRoomAsTheFileHas() {
        assertThatCode(() -> Compaction.requireRoom(4096, 4096)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Compaction.requireRoom(4096, 4095))
                .isInstanceOf(StartupException.class)
                .hasMessage("Compacting needs up to 4 kB of room beside the file, and there are 3 kB.");
    }
}
