package org.threesigns.preview;

import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code --three-signs.command=preview}: serves a folder of questionnaires from memory while somebody writes them. */
public final class PreviewApplication {

    static final String PROFILE = "preview";

    private static final String COMMAND = "--three-signs.command=preview";

    private PreviewApplication() {}

    /** Starts the application, which goes on until it is stopped. */
    public static ConfigurableApplicationContext run(Class<?> application, String... arguments) {
        var preview = new SpringApplication(application);
        preview.setAdditionalProfiles(PROFILE);
        return preview.run(
                Stream.of(arguments).filter(each -> !each.equals(COMMAND)).toArray(String[]::new));
    }
}
