package org.threesigns.preview;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threesigns.guidance.GuidanceLibrary;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.publication.PeerFigureCache;
import org.threesigns.startup.StartupException;
import org.threesigns.startup.StartupLine;

/** Lets the site show a folder as it is at the moment, and nothing else. */
@Configuration(proxyBeanMethods = false)
@Profile(PreviewApplication.PROFILE)
class PreviewConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<Draft> draft;

    /** @param draft needs much of the application, and so is made later than this */
    PreviewConfiguration(ObjectProvider<Draft> draft) {
        this.draft = draft;
    }

    @Bean
    ShownInstruments shownInstruments() throws IOException {
        return new ShownInstruments();
    }

    @Bean
    InstrumentCatalog instrumentCatalog(ShownInstruments shown) {
        return shown.catalog();
    }

    @Bean
    GuidanceLibrary guidanceLibrary(ShownInstruments shown) {
        return shown.guidance();
    }

    @Bean
    Draft draft(Environment environment, ShownInstruments shown, SampleResults results, PeerFigureCache peers) {
        String folder = environment.getProperty("three-signs.instruments", "");
        if (folder.isBlank()) {
            throw new StartupException(
                    "A preview needs the folder of the questionnaires.",
                    "Add it to the command: --three-signs.instruments=FOLDER");
        }
        return new Draft(Path.of(folder).toAbsolutePath().normalize(), shown, results, peers);
    }

    @Bean
    @Order(0)
    StartupLine previewLine() {
        return site -> "Preview: " + site + PreviewController.PATH;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PreviewInterceptor(draft))
                .order(Ordered.HIGHEST_PRECEDENCE)
                .excludePathPatterns("/assets/**", "/favicon.ico", "/robots.txt");
    }
}
