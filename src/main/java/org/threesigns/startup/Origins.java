package org.threesigns.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where a setting comes from, in a host's words. */
final class Origins {

    private Origins() {}

    /** A phrase in brackets to put behind a setting, such as {@code " (command line)"}; empty where nothing is known. */
    static String where(@Nullable Origin origin) {
        if (origin instanceof TextResourceOrigin text && text.getResource() != null) {
            String line = text.getLocation() == null
                    ? ""
                    : ", line " + (text.getLocation().getLine() + 1);
            return " (" + text.getResource().getDescription() + line + ")";
        }
        if (origin instanceof SystemEnvironmentOrigin variable) {
            return " (environment variable " + variable.getProperty() + ")";
        }
        if (origin instanceof PropertySourceOrigin source) {
            return switch (source.getPropertySource().getName()) {
                case CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME -> " (command line)";
                case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME ->
                    " (environment variable " + source.getPropertyName() + ")";
                case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> " (system property)";
                default -> where(source.getOrigin());
            };
        }
        return "";
    }
}
