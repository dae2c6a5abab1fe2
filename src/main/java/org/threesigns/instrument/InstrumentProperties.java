package org.threesigns.instrument;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which instruments a host offers.
 *
 * @param instrument key of the questionnaire that the site is about
 * @param instruments folder with more questionnaires, as ID/VERSION/instrument.yaml
 */
@ConfigurationProperties("three-signs")
record InstrumentProperties(
        @DefaultValue("three-signs") String instrument,
        @Nullable Path instruments) {}
