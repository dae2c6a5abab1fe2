package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every word of every language. A language may be prepared while the English pages still change; the site offers it
 * once {@code three-signs.languages} names it, and from then on nothing may be missing.
 */
@Tag("once")
class TranslationTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("offeredTranslations")
    void translatedWordsTakeTheArgumentsOfTheEnglishOnes(Translation translation) {
        Properties english = translation.english();
        Properties words = translation.words();

        assertThat(words.stringPropertyNames().stream().filter(english::containsKey))
                .allSatisfy(key -> assertThat(arguments(words.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getProperty(key))));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("offeredTranslations")
    void aLanguageThatIsOfferedLacksNoWordAndKeepsNoOldOne(Translation translation) {
        assertThat(translation.words().stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(translation.english().stringPropertyNames());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void apostrophesAreTypographicSoThatNoneHidesAnArgument(Path bundle) {
        assertThat(load(bundle).values()).noneMatch(words -> words.toString().contains("'"));
    }

    static List<Path> bundles() {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every bundle in every offered language but English, whether its file is there or not. */
    static List<Translation> offeredTranslations() {
        return bundles().stream()
                .map(bundle -> bundle.getFileName().toString())
                .filter(name -> !name.contains("_"))
                .map(name -> name.replace(".properties", ""))
                .flatMap(name -> offered().stream()
                        .filter(language -> !language.equals("en"))
                        .map(language -> new Translation(name, language)))
                .toList();
    }

    private static Set<String> offered() {
        return Set.of(Objects.requireNonNull(SettingsMetadata.read().get("three-signs.languages"))
                .defaultValue()
                .split(","));
    }

    private static Set<String> arguments(String words) {
        return ARGUMENT.matcher(words)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Path bundle) {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(bundle, UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    record Translation(String bundle, String language) {

        Properties english() {
            return load(RESOURCES.resolve("messages").resolve(bundle + ".properties"));
        }

        Properties words() {
            return load(RESOURCES.resolve("messages").resolve(bundle + "_" + language + ".properties"));
        }

        @Override
        public String toString() {
            return bundle + " in " + language;
        }
    }
}
