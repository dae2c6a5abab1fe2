package org.threesigns.operations;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Runs the command that the application was started for. The process then ends, with 0 if the command succeeded. */
@Component
@ConditionalOnProperty("three-signs.command")
class OperatorCommands implements ApplicationRunner, ExitCodeGenerator {

    private static final Logger log = LoggerFactory.getLogger(OperatorCommands.class);

    private final List<OperatorCommand> commands;
    private final String name;
    private boolean succeeded;

    OperatorCommands(List<OperatorCommand> commands, @Value("${three-signs.command}") String name) {
        this.commands = commands;
        this.name = name;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        succeeded = commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .map(OperatorCommand::run)
                .orElseGet(this::unknown);
    }

    private boolean unknown() {
        log.error(
                "There is no command '{}'; there are: {}",
                name,
                commands.stream().map(OperatorCommand::name).sorted().toList());
        return false;
    }

    @Override
    public int getExitCode() {
        return succeeded ? 0 : 1;
    }
}
