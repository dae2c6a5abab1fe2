package org.threesigns.operations;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.threesigns.accounts.AccountRecovery;
import org.threesigns.accounts.AccountRecoveryConfiguration;
import org.threesigns.accounts.Invitation;
import org.threesigns.startup.ExitCode;

/**
 * {@code --three-signs.recover=name}: starts only the database and not the site, prints a code with which that account gets a
 * new password, and ends. On PostgreSQL the site may run at the same time; with a database file it has to be stopped, because
 * a file serves one process.
 */
public final class RecoveryCommand {

    private static final String OPTION = "three-signs.recover";

    private RecoveryCommand() {}

    public static boolean isAskedFor(String[] arguments) {
        return new DefaultApplicationArguments(arguments).containsOption(OPTION);
    }

    /**
     * Makes the code and prints to {@code out} what to do next. The code is not in the log.
     *
     * @return the exit code of the process
     */
    public static int run(String[] arguments, PrintStream out) {
        List<String> names = new DefaultApplicationArguments(arguments).getOptionValues(OPTION);
        String name = names == null || names.isEmpty() ? "" : names.get(0);
        try (ConfigurableApplicationContext parts = application().run(arguments)) {
            AccountRecovery recovery = parts.getBean(AccountRecovery.class);
            Optional<Invitation> invitation = recovery.recover(name);
            String below = parts.getEnvironment().getProperty("server.servlet.context-path", "");
            out.println(
                    invitation.map(made -> words(made, below)).orElseGet(() -> wordsForNobody(name, recovery.names())));
            return (invitation.isPresent() ? ExitCode.DONE : ExitCode.REFUSED).number();
        }
    }

    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(AccountRecoveryConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "logging.level.root",
                "warn",
                // A start that fails says so once, in words (see the failure analysers).
                "logging.level." + AnnotationConfigApplicationContext.class.getName(),
                "error"));
        return application;
    }

    /** @param below the path that the site is below */
    private static String words(Invitation invitation, String below) {
        return """

                The account %1$s is open. Its old password and its passkeys no longer work, and its sessions are over.
                Open this address on your site within an hour, and choose another password. It works once.

                    %2$s
                """.formatted(invitation.username(), below + invitation.path());
    }

    private static String wordsForNobody(String name, List<String> names) {
        return names.isEmpty() ? """

                There is no account in this database, so nothing was changed. Is it the right one (three-signs.data, or
                spring.datasource.url)? If so, start the site: it prints a code that makes the first account.
                """ : """

                There is no account "%s", so nothing was changed. There are: %s
                """.formatted(name, String.join(", ", names));
    }
}
