package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.threesigns.startup.SystemClock;

/** Nothing depends on the locale, the encoding, the time zone or the clock that a machine happens to have. */
@Tag("once")
class MachineDefaultsTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.threesigns");

    /** What the JDK takes from the machine where a caller does not say it. */
    private static final Set<Class<?>> SAID =
            Set.of(Locale.class, Charset.class, ZoneId.class, TimeZone.class, Clock.class, DecimalFormatSymbols.class);

    private static final Set<String> ASKS_THE_MACHINE = Set.of(
            "Locale.getDefault",
            "Charset.defaultCharset",
            "ZoneId.systemDefault",
            "TimeZone.getDefault",
            "Clock.systemDefaultZone",
            "System.currentTimeMillis");

    /** Digits, names of months and capitals are those of the machine's locale, unless another is given. */
    private static final Pattern FOLLOWS_THE_LOCALE =
            Pattern.compile("\"[^\"]*%(?:\\d+\\$)?[-#+0,(<]*\\d*(?:\\.\\d+)?[BCHSdoxXeEfgGaAtT][^\"]*\"");

    @Test
    void whatTheJdkWouldTakeFromTheMachineIsSaid() {
        assertThat(calls(MachineDefaultsTests::leavesSomethingUnsaid)).isEmpty();
    }

    @Test
    void nobodyAsksTheMachineForItsDefaults() {
        assertThat(calls(target -> ASKS_THE_MACHINE.contains(nameOf(target)))).isEmpty();
    }

    @Test
    void timeComesFromTheOneClockThatIsHandedOn() {
        assertThat(calls(target -> makesAClock(target) || readsAnotherClock(target)))
                .singleElement()
                .asString()
                .contains(SystemClock.class.getName());
    }

    private static boolean makesAClock(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Clock.class) && target.getName().startsWith("system");
    }

    private static boolean readsAnotherClock(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().equals("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    /** A value goes into a text as {@code %s}, which writes a number with the digits 0 to 9 in any locale. */
    @Test
    void textThatIsFormattedHasTheSameDigitsEverywhere() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(source -> source.toString().endsWith(".java"))
                            .flatMap(MachineDefaultsTests::codeOf)
                            .filter(line -> FOLLOWS_THE_LOCALE.matcher(line).find() && !line.contains("Locale.")))
                    .isEmpty();
        }
    }

    private static Stream<String> codeOf(Path source) {
        try {
            return Files.readString(source, UTF_8)
                    .lines()
                    .filter(line -> !line.strip().startsWith("*"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> calls(Predicate<CodeUnitAccessTarget> unwanted) {
        return HOUSE.stream()
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getPackageName().startsWith("java."))
                .filter(access -> unwanted.test(access.getTarget()))
                .map(JavaCodeUnitAccess::getDescription)
                .toList();
    }

    private static String nameOf(CodeUnitAccessTarget target) {
        return target.getOwner().getSimpleName() + "." + target.getName();
    }

    /** Whether there is another of the same name that takes the same and, in addition, what this one leaves to the machine. */
    private static boolean leavesSomethingUnsaid(CodeUnitAccessTarget target) {
        Class<?> owner = target.getOwner().reflect();
        if (owner == Files.class) {
            return false; // always UTF-8
        }
        List<Class<?>> given = target.getRawParameterTypes().stream()
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        Executable[] likeIt = target.getName().equals("<init>") ? owner.getConstructors() : owner.getMethods();
        return Arrays.stream(likeIt)
                .filter(other ->
                        target.getName().equals("<init>") || other.getName().equals(target.getName()))
                .map(other -> Arrays.asList(other.getParameterTypes()))
                .anyMatch(types -> types.size() == given.size() + 1
                        && types.stream().anyMatch(SAID::contains)
                        && types.stream()
                                .filter(type -> !SAID.contains(type))
                                .toList()
                                .equals(given));
    }
}
