package org.threesigns;

import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.threesigns.operations.CommandApplication;
import org.threesigns.operations.RecoveryCommand;
import org.threesigns.osd.ConvertCommand;
import org.threesigns.preview.PreviewApplication;
import org.threesigns.startup.CommandLineHelp;
import org.threesigns.startup.ExitCode;
import org.threesigns.startup.SystemClock;

/** Starts Three Signs, or does what a host asked for instead. No default account, not even one with a generated password. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Import(SystemClock.class) // also where a test starts a part
public class ThreeSignsApplication {

    /** Serves the site; or does what it was given a command for, and ends. What is said before there is a log goes to the console. */
    public static void main(String[] args) {
        Optional<String> answer = CommandLineHelp.answer(args);
        if (answer.isPresent()) {
            System.out.print(answer.get());
            return;
        }
        Optional<String> unknown = CommandLineHelp.unknownCommand(args);
        if (unknown.isPresent()) {
            System.err.print(unknown.get());
            System.exit(ExitCode.REFUSED.number());
        }
        if (RecoveryCommand.isAskedFor(args)) {
            System.exit(RecoveryCommand.run(args, System.out));
        }
        switch (CommandLineHelp.command(args).orElse("")) {
            case "" -> SpringApplication.run(ThreeSignsApplication.class, args);
            case "convert" -> System.exit(ConvertCommand.run(System.out, args).number());
            case "preview" -> PreviewApplication.run(ThreeSignsApplication.class, args);
            default -> System.exit(CommandApplication.run(ThreeSignsApplication.class, args));
        }
    }
}
