package org.threesigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.threesigns.database.OnH2;

@OnH2
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT) // the application that others run
class SchedulingTests {

    @Test
    void aSiteDoesItsWorkOnASchedule(@Autowired List<ScheduledTaskHolder> holders) {
        assertThat(holders.stream().flatMap(holder -> holder.getScheduledTasks().stream()))
                .extracting(ScheduledTask::toString)
                .anyMatch(task -> task.contains("EmbeddedDatabaseGuard"))
                .anyMatch(task -> task.contains("Tombstones"))
                .anyMatch(task -> task.contains("PublicationSchedule"));
    }

    @Test
    void aCommandThatIsSwitchedOffInTheSettingsKeepsNothingFromItsSchedule() {
        new ApplicationContextRunner()
                .withUserConfiguration(Scheduling.class)
                .withPropertyValues("three-signs.command=false")
                .run(context -> assertThat(context).hasSingleBean(Scheduling.class));
    }
}
