package org.threesigns.questionnaire;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threesigns.startup.SettingRange;

/** What a host says about who answers. */
@ConfigurationProperties("three-signs")
record QuestionnaireProperties(@DefaultValue Robots robots) {

    /**
     * How programs are told from people.
     *
     * @param resultsPerHour how many results one address may send in an hour before the rest is stored without being
     *     counted; 0 lifts the limit
     */
    record Robots(@DefaultValue("30") int resultsPerHour) {

        Robots {
            SettingRange.require("three-signs.robots.results-per-hour", resultsPerHour, 0, 1_000_000);
        }
    }
}
