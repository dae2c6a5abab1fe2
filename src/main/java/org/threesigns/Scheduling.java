package org.threesigns;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.transaction.TransactionException;
import org.threesigns.startup.CommandLineHelp;

/** Lets a site do its work on a schedule. While a command runs, nothing else does: retention would work against compacting. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = CommandLineHelp.ALONE, havingValue = "false", matchIfMissing = true)
class Scheduling {

    private static final Logger log = LoggerFactory.getLogger(Scheduling.class);

    @Bean
    static ThreadPoolTaskSchedulerCustomizer warnings() {
        return scheduler -> scheduler.setErrorHandler(Scheduling::handle);
    }

    /**
     * While the database is away, every round ends with one line in the log and not with a stack trace. The names in it
     * are whole, as a long one without its package would be hidden like a key.
     */
    static void handle(Throwable problem) {
        if (problem instanceof DataAccessException || problem instanceof TransactionException) {
            log.warn(
                    "{} could not do its work now; the next round will. ({})",
                    taskOf(problem),
                    problem.getClass().getName());
        } else {
            TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(problem);
        }
    }

    private static String taskOf(Throwable problem) {
        return Arrays.stream(problem.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("org.threesigns."))
                .reduce((called, caller) -> caller)
                .orElse("A scheduled task");
    }
}
