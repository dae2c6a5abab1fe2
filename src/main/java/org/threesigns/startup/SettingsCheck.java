package org.threesigns.startup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Stops startup at a {@code three-signs.*} setting that does not exist, wherever it comes from, or whose value is not of
 * its type. Otherwise a misspelt setting would silently do nothing. Runs before any bean is made.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SETTING = "(?i)three[-_]?signs\\..+";
    private static final String VARIABLE = "(?i)THREE_?SIGNS_.+";

    /** What Kubernetes and Docker set for a service that is called three-signs. */
    private static final String SERVICE_LINK = "(?i)THREE_SIGNS_(SERVICE_(HOST|PORT.*)|PORT(_.*)?|NAME|ENV_.*)";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        KnownSettings known = KnownSettings.read();
        ConfigurableEnvironment environment = context.getEnvironment();
        for (PropertySource<?> source : environment.getPropertySources()) {
            settingsIn(source).filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw unknown(name, source, known);
            });
        }
        Binder binder = Binder.get(environment);
        known.typeByName()
                .forEach((name, type) -> typeOf(type).ifPresent(target -> binder.bind(name, Bindable.of(target))));
    }

    private static Stream<String> settingsIn(PropertySource<?> source) {
        if (!(source instanceof EnumerablePropertySource<?> enumerable)) {
            return Stream.empty();
        }
        Stream<String> names = Arrays.stream(enumerable.getPropertyNames());
        return isEnvironment(source)
                ? names.filter(name -> name.matches(VARIABLE) && !name.matches(SERVICE_LINK))
                : names.filter(name -> name.matches(SETTING));
    }

    private static boolean isEnvironment(PropertySource<?> source) {
        return source instanceof SystemEnvironmentPropertySource;
    }

    private static StartupException unknown(String name, PropertySource<?> source, KnownSettings known) {
        String where = Origins.where(PropertySourceOrigin.get(source, name));
        String problem = "There is no setting %s%s.".formatted(name, where);
        return new StartupException(
                problem,
                known.nearest(name)
                        .map(meant -> "Did you mean %s?".formatted(isEnvironment(source) ? variable(meant) : meant))
                        .orElse("Correct its name, or remove it; docs/settings.md lists every setting."));
    }

    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Lists and texts take every value, and their records say what they make of it. */
    private static Optional<Class<?>> typeOf(String name) {
        return Optional.of(name)
                .filter(type -> type.startsWith("java.") && !type.contains("<") && !type.equals("java.nio.file.Path"))
                .map(type -> ClassUtils.resolveClassName(type, SettingsCheck.class.getClassLoader()));
    }
}
