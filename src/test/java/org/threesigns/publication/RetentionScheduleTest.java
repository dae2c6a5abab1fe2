package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RetentionScheduleTest {

    private final Retention retention = mock(Retention.class);
    private final ApplicationContextRunner site = new ApplicationContextRunner()
            .withBean(Retention.class, () -> retention)
            .withUserConfiguration(RetentionSchedule.class, Properties.class);

    @EnableConfigurationProperties(PublicationProperties.class)
    static class Properties {}

    @Test
    void deletesWhatIsOlderThanTheHostKeepsIt() {
        site.withPropertyValues("three-signs.retention-days=30").run(context -> {
            context.getBean(RetentionSchedule.class).deleteWhatIsDue();

            verify(retention).deleteOlderThan(30);
        });
    }

    /** As a variable of the environment that is there and empty. */
    @Test
    void deletesNothingWhereTheNumberIsEmpty() {
        site.withPropertyValues("three-signs.retention-days=").run(context -> {
            assertThat(context).hasNotFailed();
            context.getBean(RetentionSchedule.class).deleteWhatIsDue();

            verifyNoInteractions(retention);
        });
    }
}
