package org.threesigns.operations;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.threesigns.startup.CommandLineHelp;
import org.threesigns.startup.ExitCode;
import org.threesigns.startup.StartupException;

/** Runs the command that the application was started for. The process then ends with its {@link ExitCode}. */
@Component
@ConditionalOnProperty("three-signs.command")
class OperatorCommands implements ApplicationRunner, ExitCodeGenerator {

    private static final Logger log = LoggerFactory.getLogger(OperatorCommands.class);

    private final List<OperatorCommand> commands;
    private final String name;
    private ExitCode exitCode = ExitCode.TROUBLE;

    /** @throws StartupException where the command does not come from the command line, as the site would serve beside it */
    OperatorCommands(
            List<OperatorCommand> commands,
            @Value("${three-signs.command}") String name,
            @Value("${" + CommandLineHelp.ALONE + ":false}") boolean alone) {
        if (!alone) {
            throw new StartupException(
                    "three-signs.command is set outside of the command line.",
                    "Remove it there, and write --three-signs.command=%s after the name of the jar.".formatted(name));
        }
        this.commands = commands;
        this.name = name;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        exitCode = commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .map(OperatorCommands::run)
                .orElseThrow(); // CommandLineHelp has refused any other
    }

    private static ExitCode run(OperatorCommand command) {
        try {
            return Heartbeat.during(command::run, command::progress);
        } catch (DataAccessException | TransactionException e) {
            log.error("The database could not be used, and what was not finished is undone: {}", words(e));
            log.debug("The command failed", e);
            return ExitCode.TROUBLE;
        }
    }

    private static String words(Exception failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
