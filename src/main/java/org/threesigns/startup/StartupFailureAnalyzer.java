package org.threesigns.startup;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;

/** Puts into words for a host what stops startup and has nothing to do with the database. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFailureAnalyzer implements FailureAnalyzer {

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Duration.class, "a duration such as 30s, 10m or 12h",
            Integer.class, "a whole number",
            Boolean.class, "true or false",
            URI.class, "an address such as https://example.org/");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        FailureAnalysis found = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            FailureAnalysis analysis = analysisOf(each);
            found = analysis == null ? found : analysis; // the innermost says it best
        }
        return found;
    }

    private static @Nullable FailureAnalysis analysisOf(Throwable failure) {
        if (failure instanceof StartupException startup) {
            return new FailureAnalysis(String.valueOf(startup.getMessage()), startup.remedy(), startup);
        }
        if (failure instanceof PortInUseException port) {
            return new FailureAnalysis(
                    "Port %s is in use by another process.".formatted(port.getPort()),
                    "Stop that process, or choose another port: --server.port=%s".formatted(port.getPort() + 1),
                    port);
        }
        if (failure instanceof InvalidConfigurationPropertyValueException invalid) {
            return new FailureAnalysis(
                    "%s is \"%s\": %s.".formatted(invalid.getName(), invalid.getValue(), invalid.getReason()),
                    "Correct it, or leave it out to get the default.",
                    invalid);
        }
        if (failure instanceof BindException bind) {
            return notBound(bind);
        }
        return null;
    }

    private static @Nullable FailureAnalysis notBound(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        if (property == null) {
            return null;
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(
                failure.getTarget().getType().resolve(Object.class));
        String expected = EXPECTED.getOrDefault(type, "a " + type.getSimpleName());
        return new FailureAnalysis(
                "%s is \"%s\"%s, which is not %s."
                        .formatted(
                                failure.getName(), property.getValue(), Origins.where(property.getOrigin()), expected),
                "Give it " + expected + ", or leave it out to get the default.",
                failure);
    }
}
