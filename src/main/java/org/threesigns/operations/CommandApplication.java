package org.threesigns.operations;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.threesigns.startup.CommandLineHelp;

/** Runs the application for a command: it listens on no port, does nothing on a schedule, and is given all the time it needs. */
public final class CommandApplication {

    /** Whatever the host has set for the site. */
    private static final Map<String, Object> SETTINGS = Map.of(
            CommandLineHelp.ALONE,
            "true",
            "server.port",
            "-1",
            "management.server.port",
            "-1",
            "three-signs.statistics.publish",
            "false",
            "three-signs.database-may-be-silent-for",
            "0");

    private static final Set<String> SWITCHES =
            Set.of("--three-signs.import.dry-run", "--three-signs.import.skip-refused");

    private CommandApplication() {}

    /**
     * Runs the command and ends.
     *
     * @return the exit code of the process
     */
    public static int run(Class<?> application, String... arguments) {
        SpringApplication command = new SpringApplication(application);
        command.addInitializers(CommandApplication::serveNobody);
        return SpringApplication.exit(command.run(
                Stream.of(arguments).map(CommandApplication::withValue).toArray(String[]::new)));
    }

    private static void serveNobody(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command", SETTINGS));
    }

    /** A switch without a value is on. */
    private static String withValue(String argument) {
        return SWITCHES.contains(argument) ? argument + "=true" : argument;
    }
}
