package org.threesigns.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Skips the metrics auto-configurations unless management has a port of its own, the only place that serves metrics.
 */
final class MetricsFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final Pattern TAKES_FIGURES =
            Pattern.compile(".*\\.(micrometer|metrics)\\..*|.*ObservationAutoConfiguration");

    private boolean read;

    @Override
    public void setEnvironment(Environment environment) {
        read = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            wanted[i] = read
                    || candidates[i] == null
                    || !TAKES_FIGURES.matcher(candidates[i]).matches();
        }
        return wanted;
    }
}
