package org.threesigns.instrument;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which instruments a host offers.
 *
 * @param instrument key of the questionnaire that the site is about
 * @param listed keys of the questionnaires that the start page lists, in this order; the others are reached by their link
 *     only, and without it all but the one that the site is about are
 * @param instruments folder with more questionnaires, as ID/VERSION/instrument.yaml
 */
@ConfigurationProperties("three-signs")
record InstrumentProperties(
        @DefaultValue("three-signs") String instrument,
        @DefaultValue List<String> listed,
        @Nullable Path instruments) {}
