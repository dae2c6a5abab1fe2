package org.threesigns.startup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Answers {@code --help}, {@code --version} and unknown commands, before anything of Spring is loaded. */
public final class CommandLineHelp {

    /** The property that says that the application runs a command and serves nobody. */
    public static final String ALONE = "command.alone";

    private static final String HELP = """
            Three Signs: a questionnaire about trust in a relationship, anonymous and explained.

            Usage: java -jar three-signs.jar [--SETTING=VALUE ...]

            Commands (each does its work, and ends; a preview goes on until you stop it):
              --help                                       print this help
              --version                                    print the version
              --three-signs.recover=NAME                   let an administrator choose another password
              --three-signs.command=import
                --three-signs.import.file=FILE             load responses from a CSV file
                --three-signs.import.dry-run               only say what that would do
              --three-signs.command=undo-import
                --three-signs.import.number=NUMBER         delete what an import brought
              --three-signs.command=recount                check the statistics against the results, and correct them
              --three-signs.command=compact                make the database file small again
              --three-signs.command=convert
                --three-signs.convert.file=FILE.osd        turn a published questionnaire into a folder of files,
                --three-signs.convert.to=FOLDER            below this one; or with a folder for the file, the other way
                --three-signs.convert.parameter=NAME=VALUE set one of its parameters, such as a short form
              --three-signs.command=preview
                --three-signs.instruments=FOLDER           show the questionnaires of this folder while you write them

            Settings that most hosts look at:
              --server.port=PORT                           the site's port (8080)
              --three-signs.data=FOLDER                    the folder of the database (./data)
              --three-signs.languages=LANGUAGE,...         the languages offered, best first (en,es)
              --three-signs.operator.name=NAME             who runs the site
              --three-signs.operator.contact=ADDRESS       how to reach them
              --three-signs.instruments=FOLDER             a folder with more questionnaires
              --three-signs.administrators.site=ADDRESS    where administrators open the site; passkeys need it
              --three-signs.retention-days=DAYS            delete results after so many days

            Each setting can also be an environment variable, such as THREESIGNS_DATA, or stand in an application.yaml
            beside the jar. docs/settings.md lists all of them, and docs/commands.md all commands with their exit codes.
            """;

    private static final String COMMAND = "--three-signs.command=";
    private static final Pattern NAME = Pattern.compile(COMMAND + "([a-z-]+)");

    private CommandLineHelp() {}

    /** What to print instead of starting; empty where the arguments ask for neither. */
    public static Optional<String> answer(String... arguments) {
        List<String> given = Arrays.asList(arguments);
        if (given.contains("--help") || given.contains("-h") || given.contains(COMMAND + "help")) {
            return Optional.of(HELP);
        }
        return given.contains("--version") ? Optional.of("Three Signs " + version() + "\n") : Optional.empty();
    }

    /** The names of the commands. */
    public static List<String> commands() {
        return NAME.matcher(HELP).results().map(found -> found.group(1)).toList();
    }

    /** The command that the arguments ask for, whether or not there is one of this name; empty if they ask for none. */
    public static Optional<String> command(String... arguments) {
        return Arrays.stream(arguments)
                .filter(each -> (each + "=").startsWith(COMMAND)) // without a value, too
                .map(each -> each.substring(Math.min(each.length(), COMMAND.length())))
                .reduce((one, other) -> one + "," + other); // as Spring reads several, and none has such a name
    }

    /** What to print if the arguments ask for a command that does not exist. */
    public static Optional<String> unknownCommand(String... arguments) {
        return command(arguments)
                .filter(name -> !commands().contains(name))
                .map(name -> "There is no command '%s'. There are: %s, help\n"
                        .formatted(name, String.join(", ", commands())));
    }

    private static String version() {
        Properties build = new Properties();
        try (InputStream file = CommandLineHelp.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            // Then the version is not known, which is said.
        }
        return build.getProperty("build.version", "(unknown version)");
    }
}
