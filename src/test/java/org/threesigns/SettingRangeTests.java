package org.threesigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.threesigns.startup.StartupException;

/** No setting takes a number or a duration with which the application starts and fails later. */
class SettingRangeTests {

    /** What a command is about, once: it says itself that there is no such import or version. */
    private static final Set<String> NUMBERS_OF_SOMETHING =
            Set.of("three-signs.import.number", "three-signs.import.version");

    private static final Set<String> NUMBERS = Set.of(Integer.class.getName(), Long.class.getName());

    static Stream<Arguments> extremes() {
        return Stream.concat(
                of(NUMBERS::contains, "-1", Integer.toString(Integer.MAX_VALUE)),
                of(Duration.class.getName()::equals, "-1s", "100000d", "100000000000000d"));
    }

    private static Stream<Arguments> of(Predicate<String> type, String... values) {
        List<String> names = SettingsMetadata.read().entrySet().stream()
                .filter(setting -> type.test(setting.getValue().type()))
                .map(Map.Entry::getKey)
                .filter(name -> !NUMBERS_OF_SOMETHING.contains(name))
                .toList();
        assertThat(names).isNotEmpty();
        return names.stream().flatMap(name -> Stream.of(values).map(value -> Arguments.of(name, value)));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void refusesWhatCannotBe(String setting, String value) {
        assertThatThrownBy(() -> bindAll(setting, value))
                .rootCause()
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith(setting + " is not from ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            three-signs.retention-days, 1
            three-signs.retention-days, 36500
            three-signs.robots.results-per-hour, 0
            three-signs.administrators.audit-kept-for, 36500d
            three-signs.statistics.publish-every, 1ms
            """)
    void takesWhatStandsAtTheEndOfARange(String setting, String value) {
        assertThatCode(() -> bindAll(setting, value)).doesNotThrowAnyException();
    }

    private static void bindAll(String setting, String value) {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(setting, value)));
        var records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        records.findCandidateComponents("org.threesigns").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .forEach(record -> binder.bindOrCreate("three-signs", record));
    }
}
