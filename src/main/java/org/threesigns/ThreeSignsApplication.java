package org.threesigns;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.threesigns.operations.RecoveryCommand;
import org.threesigns.osd.ConvertCommand;
import org.threesigns.startup.CommandLineHelp;

/** Starts Three Signs, or does what a host asked for instead. No default account, not even one with a generated password. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class ThreeSignsApplication {

    /** Serves the site; or does what it was given a command for, and ends. */
    public static void main(String[] args) {
        Optional<String> answer = CommandLineHelp.answer(args);
        if (answer.isPresent()) {
            System.out.print(answer.get());
            return;
        }
        if (RecoveryCommand.isAskedFor(args)) {
            System.exit(RecoveryCommand.run(args, System.out));
        }
        if (ConvertCommand.isAskedFor(args)) {
            System.exit(ConvertCommand.run(System.out, args));
        }
        if (Stream.of(args).anyMatch(arg -> arg.startsWith("--three-signs.command="))) {
            System.exit(obey(args));
        }
        SpringApplication.run(ThreeSignsApplication.class, args);
    }

    /** Does what {@code --three-signs.command=…} says, and serves nobody; returns the exit code. */
    public static int obey(String... args) {
        return SpringApplication.exit(SpringApplication.run(ThreeSignsApplication.class, servingNobody(args)));
    }

    private static String[] servingNobody(String[] args) {
        return Stream.concat(
                        Stream.of(args),
                        Stream.of(
                                "--server.port=-1",
                                "--three-signs.statistics.publish=false",
                                "--three-signs.database-may-be-silent-for=0"))
                .toArray(String[]::new);
    }
}
