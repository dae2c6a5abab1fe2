package org.threesigns.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.threesigns.startup.CommandLineHelp;
import org.threesigns.startup.ExitCode;

/** The hosts' page of commands, and the help, name what the code has. */
class CommandsPageTests {

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| \\[?`--three-signs\\.command=([a-z-]+)`");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d+) \\| ");

    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("docs/commands.md"), UTF_8);
    }

    @Test
    void everyCommandIsOnThePageAndInTheHelp() {
        List<String> commands = new ClassPathScanningCandidateComponentProvider(false) {
            {
                addIncludeFilter(new AssignableTypeFilter(OperatorCommand.class));
            }
        }.findCandidateComponents("org.threesigns").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .filter(type -> !type.contains("$")) // those of tests
                .map(CommandsPageTests::name)
                .collect(toCollection(ArrayList::new));
        commands.addAll(List.of("convert", "preview")); // one needs nothing of the application, one serves it

        assertThat(commands).contains("import", "undo-import");
        assertThat(CommandLineHelp.commands()).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(COMMAND.matcher(page).results().map(found -> found.group(1)).filter(name -> !name.equals("help")))
                .containsExactlyInAnyOrderElementsOf(commands);
    }

    private static String name(String type) {
        Class<?> command = ClassUtils.resolveClassName(type, CommandsPageTests.class.getClassLoader());
        return ((OperatorCommand) mock(command, CALLS_REAL_METHODS)).name();
    }

    @Test
    void everyExitCodeIsOnThePage() {
        assertThat(EXIT_CODE.matcher(page).results().map(found -> Integer.valueOf(found.group(1))))
                .containsExactlyElementsOf(
                        Arrays.stream(ExitCode.values()).map(ExitCode::number).toList());
    }

    @Test
    void helpIsAnsweredAndAnUnknownCommandRefusedWithoutAStart() {
        assertThat(CommandLineHelp.answer("--three-signs.command=help")).isEqualTo(CommandLineHelp.answer("--help"));
        assertThat(CommandLineHelp.unknownCommand("--three-signs.command=dance"))
                .hasValue(
                        "There is no command 'dance'. There are: import, undo-import, recount, compact, convert, preview, help\n");
        assertThat(CommandLineHelp.unknownCommand("--three-signs.command=")).isPresent();
        assertThat(CommandLineHelp.unknownCommand("--three-signs.command=import", "--three-signs.command=recount"))
                .hasValueSatisfying(text -> assertThat(text).contains("no command 'import,recount'"));
        assertThat(CommandLineHelp.unknownCommand("--three-signs.command", "import"))
                .isPresent();
        assertThat(CommandLineHelp.unknownCommand("--three-signs.command=import", "--server.port=1"))
                .isEmpty();
    }
}
