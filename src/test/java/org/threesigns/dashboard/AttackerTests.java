package org.threesigns.dashboard;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.database.OnH2;
import org.threesigns.publication.ReferenceSite;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;

/**
 * Somebody who may read everything that an administrator can, and reads it again whenever a person comes, changes their
 * answers or goes. Whatever differs between two readings must have been made by at least ten people; so even who knows
 * one of them, and knows the row, sees the other nine or more together and none of them alone.
 */
@OnH2
@SpringBootTest(
        properties = {
            "three-signs.statistics.publish=false",
            "three-signs.instruments=src/test/resources/reference/instruments"
        })
@AutoConfigureMockMvc
@Import({StoredResults.class, ReferenceSite.class})
class AttackerTests {

    private static final int FEWEST = 10;
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    /** What can be asked for, and which of the published results it is about. */
    private static final Map<String, String> GROUPS = Map.of(
            "", "true",
            "&careless=out", "not a.careless",
            "&language=en", "a.language = 'en'",
            "&language=es", "a.language = 'es'",
            "&language=es&careless=out", "a.language = 'es' and not a.careless",
            "&to=2025-01", "b.counted_month <= date '2025-01-01'",
            "&from=2025-02&to=2025-02", "b.counted_month = date '2025-02-01'",
            "&language=en&from=2025-02", "a.language = 'en' and b.counted_month >= date '2025-02-01'");

    private final MockMvcTester mvc;
    private final StoredResults results;
    private final ReferenceSite site;
    private final Assessments assessments;

    @Autowired
    AttackerTests(MockMvcTester mvc, StoredResults results, ReferenceSite site, Assessments assessments) {
        this.mvc = mvc;
        this.results = results;
        this.site = site;
        this.assessments = assessments;
    }

    /** What was read, and, by the same groups, who had made it. */
    private record Reading(Map<String, String> pages, Map<String, Set<UUID>> people) {}

    @BeforeEach
    void clear() {
        results.clear();
    }

    @Test
    void oneSubmitShowsNowhere() {
        results.some(40);
        site.publish(JANUARY);
        Reading before = read();

        results.some(1);
        site.publish(JANUARY);

        assertThat(read()).isEqualTo(before);
    }

    @Test
    void oneDeletionTakesTenOrMoreAlongAndTheyComeBackOnlyInCompany() {
        List<AssessmentToken> tokens = results.some(60);
        site.publish(JANUARY);
        Reading before = read();

        assessments.delete(tokens.get(17));
        site.publish(JANUARY);
        Reading after = read();
        results.some(FEWEST);
        site.publish(JANUARY);

        assertThat(after).isNotEqualTo(before);
        everyDifferenceIsMadeByTen(before, after);
        everyDifferenceIsMadeByTen(after, read());
        everyDifferenceIsMadeByTen(before, read());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nothingThatHappensShowsOnePerson(long seed) {
        var random = new Random(seed);
        List<AssessmentToken> tokens = new ArrayList<>();
        Reading before = read();
        for (int step = 0; step < 24; step++) {
            happen(random, tokens);
            site.publish(JANUARY.plusMonths(step / 12));
            Reading after = read();
            everyDifferenceIsMadeByTen(before, after);
            before = after;
        }
        assertThat(results.published()).isNotEmpty();
    }

    private void happen(Random random, List<AssessmentToken> tokens) {
        String language = random.nextInt(3) == 0 ? "es" : "en";
        boolean careless = random.nextInt(4) == 0;
        int what = random.nextInt(6);
        if (what < 3 || tokens.isEmpty()) {
            tokens.addAll(results.some(1 + random.nextInt(7), language, careless));
        } else if (what == 3) {
            tokens.addAll(results.some(25, language, careless));
        } else if (what == 4) {
            assessments.delete(tokens.remove(random.nextInt(tokens.size())));
        } else {
            var answers =
                    new Responses("3".repeat(StoredResults.INSTRUMENT.items().size()));
            AssessmentToken changing = tokens.get(random.nextInt(tokens.size()));
            assessments.replace(changing, before -> StoredResults.completed(answers, language, careless));
        }
    }

    private static void everyDifferenceIsMadeByTen(Reading before, Reading after) {
        GROUPS.keySet().forEach(group -> {
            if (!Objects.equals(before.pages().get(group), after.pages().get(group))) {
                assertThat(madeBy(before, after))
                        .as("those who made a difference at %s", group)
                        .hasSizeGreaterThanOrEqualTo(FEWEST);
            }
            assertThat(difference(before.people().get(group), after.people().get(group)))
                    .as("those who differ in %s", group)
                    .satisfiesAnyOf(
                            people -> assertThat(people).isEmpty(),
                            people -> assertThat(people).hasSizeGreaterThanOrEqualTo(FEWEST));
        });
    }

    private static Set<UUID> madeBy(Reading before, Reading after) {
        return difference(before.people().get(""), after.people().get(""));
    }

    private static Set<UUID> difference(@Nullable Set<UUID> one, @Nullable Set<UUID> other) {
        Set<UUID> both = new HashSet<>(Objects.requireNonNull(one));
        both.retainAll(Objects.requireNonNull(other));
        Set<UUID> either = new HashSet<>(one);
        either.addAll(other);
        either.removeAll(both);
        return either;
    }

    private Reading read() {
        return new Reading(
                GROUPS.keySet().stream().collect(toMap(Function.identity(), this::everything)),
                GROUPS.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, group -> results.publishedKeys(group.getValue()))));
    }

    private String everything(String filter) {
        return body("/admin", filter) + body("/admin/aggregates.csv", filter) + body("/admin/aggregates.json", filter);
    }

    private String body(String path, String filter) {
        try {
            String body = mvc.get()
                    .uri(path + "?instrument=sim24" + filter)
                    .with(user("ada").roles("ADMINISTRATOR"))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            return body.substring(Math.max(0, body.indexOf("<main")));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
