package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.threesigns.startup.CommandLineHelp;

/** Every setting is in the hosts' table as the code has it, and the table has no other. */
class SettingsPageTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `three-signs.*$");
    private static final Pattern SETTING = Pattern.compile("three-signs\\.[a-z.-]*[a-z]");

    @Test
    void theTableHoldsEverySettingWithItsDefaultAndItsMeaning() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"), UTF_8);
        List<String> rows =
                ROW.matcher(page).results().map(found -> found.group()).toList();

        assertThat(rows)
                .containsExactlyElementsOf(SettingsMetadata.read().entrySet().stream()
                        .map(setting -> row(setting.getKey(), setting.getValue()))
                        .toList());
    }

    @Test
    void thePageOfCommandsHoldsEveryOptionOfAnImport() throws IOException {
        String page = Files.readString(Path.of("docs/commands.md"), UTF_8);

        assertThat(page.lines().filter(line -> line.startsWith("| `--three-signs.import.")))
                .isNotEmpty()
                .containsExactlyElementsOf(SettingsMetadata.read().entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith("three-signs.import."))
                        .map(setting -> row("--" + setting.getKey(), setting.getValue()))
                        .toList());
    }

    @Test
    void theHelpNamesNoSettingThatIsNotThere() {
        assertThat(SETTING.matcher(CommandLineHelp.answer("--help").orElseThrow())
                        .results()
                        .map(found -> found.group())
                        .filter(name -> !name.equals("three-signs.jar")))
                .isNotEmpty()
                .isSubsetOf(SettingsMetadata.read().keySet());
    }

    private static String row(String name, SettingsMetadata setting) {
        String value = setting.defaultValue().isEmpty() ? "none" : "`" + setting.defaultValue() + "`";
        return "| `%s` | %s | %s |".formatted(name, value, setting.description());
    }
}
