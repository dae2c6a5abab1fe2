package org.threesigns.questionnaire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.instrument.Instrument;
import org.threesigns.storage.ApplicationSecret;

/** Starts sittings, recognises them from the returned form, and derives each one's token. */
@Component
class Sittings {

    private static final String TOKEN_PURPOSE = "assessment-token";

    private final FormStamp stamps;
    private final ApplicationSecret secret;

    Sittings(FormStamp stamps, ApplicationSecret secret) {
        this.stamps = stamps;
        this.secret = secret;
    }

    /**
     * One respondent in front of one form.
     *
     * @param stamp what proves that this server made the form, and when
     * @param age how long ago that was
     */
    record Sitting(SittingKey key, String stamp, Duration age) {

        private static final Duration LONGEST = Duration.ofDays(Assessments.DAYS_TO_SAVE);

        /** Whether it is too long ago for a new result; a result that there is, it still leads to. */
        boolean isOver() {
            return age.compareTo(LONGEST) > 0;
        }
    }

    Sitting begin(Instrument instrument) {
        var key = SittingKey.random();
        return new Sitting(key, stamps.issue(subject(instrument, key)), Duration.ZERO);
    }

    /** The sitting that a form brings back; empty where key or stamp is missing, malformed or not of this server. */
    Optional<Sitting> resume(Instrument instrument, @Nullable String key, @Nullable String stamp) {
        if (key == null || stamp == null) {
            return Optional.empty();
        }
        return SittingKey.parse(key)
                .flatMap(known ->
                        stamps.age(stamp, subject(instrument, known)).map(age -> new Sitting(known, stamp, age)));
    }

    /** The token of this sitting's result: HMAC of the sitting key, so the same sitting always has the same. */
    AssessmentToken token(Sitting sitting) {
        return AssessmentToken.of(
                secret.hmac(TOKEN_PURPOSE, sitting.key().value().getBytes(StandardCharsets.US_ASCII)));
    }

    private static String subject(Instrument instrument, SittingKey key) {
        return instrument.id() + "/" + instrument.version() + "/" + key.value();
    }
}
