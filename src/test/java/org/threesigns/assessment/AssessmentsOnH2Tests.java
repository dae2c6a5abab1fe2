package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.database.OnH2;

@OnH2
class AssessmentsOnH2Tests extends AssessmentsTests {

    @Autowired
    private DatabaseEngine engine;

    @Test
    void writesEachCommitAtOnceAndIsToldWhenToSyncAndClose(
            @Autowired JdbcClient jdbc, @Value("${spring.datasource.url}") String url) {
        assertThat(url).contains(";WRITE_DELAY=0", ";DB_CLOSE_ON_EXIT=FALSE", ";TRACE_LEVEL_FILE=0");
        assertThat(jdbc.sql("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                        .query(String.class)
                        .list())
                .containsOnly("0");
        assertThat(engine.embedded()).isTrue();
    }
}
