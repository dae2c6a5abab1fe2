package org.threesigns.dashboard;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.dashboard.SingledOut.Reading;
import org.threesigns.publication.PublishedRow;
import org.threesigns.publication.ReferenceSite;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.InstrumentShapes;

/**
 * An attacker who may read everything that an administrator can, rows included, and reads it again whenever a person
 * comes, changes their answers or goes. Whatever differs between readings must have been made by at least ten people; so even who
 * knows one of them, and knows the row, sees the other nine or more together and none of them alone.
 */
@SpringBootTest(
        properties = {
            "three-signs.statistics.publish=false",
            "three-signs.instruments=src/test/resources/reference/instruments"
        })
@AutoConfigureMockMvc
@Import({StoredResults.class, ReferenceSite.class})
@Tag("attacker")
abstract class AttackerTests {

    private static final int FEWEST = 10;
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

    /** What can be asked for, and which of the published results it is about. */
    private static final Map<String, Predicate<PublishedRow>> GROUPS = Map.of(
            "", row -> true,
            "&careless=out", row -> !row.careless(),
            "&language=en", row -> row.language().equals("en"),
            "&language=es", row -> row.language().equals("es"),
            "&language=es&careless=out", row -> row.language().equals("es") && !row.careless(),
            "&to=2025-01", row -> !row.month().isAfter(JANUARY),
            "&from=2025-02&to=2025-02", row -> row.month().equals(FEBRUARY),
            "&language=en&from=2025-02",
                    row -> row.language().equals("en") && !row.month().isBefore(FEBRUARY));

    private enum Event {
        ONE_COMES,
        TEN_COME,
        MANY_COME,
        ONE_WITH_A_ROW_GOES,
        ONE_WITH_A_ROW_CHANGES_ANSWERS,
        ONE_WITH_A_ROW_CHANGES_LANGUAGE,
        ONE_WITHOUT_A_ROW_GOES,
        ONE_THAT_WAITS_GOES
    }

    private final ReadingAdministrator attacker;
    private final StoredResults results;
    private final ReferenceSite site;
    private final Assessments assessments;
    private final Random random = new Random(5);
    private final List<AssessmentToken> tokens = new ArrayList<>();

    @Autowired
    AttackerTests(MockMvcTester mvc, StoredResults results, ReferenceSite site, Assessments assessments) {
        this.attacker = new ReadingAdministrator(mvc, results);
        this.results = results;
        this.site = site;
        this.assessments = assessments;
    }

    @BeforeEach
    void clear() {
        results.clear();
    }

    @Test
    void oneSubmitShowsNowhere() {
        results.some(40);
        site.publish(JANUARY);
        Reading before = attacker.reading();
        var figures = attacker.figures(GROUPS.keySet());

        results.some(1);
        site.publish(JANUARY);

        assertThat(attacker.reading()).isEqualTo(before);
        assertThat(attacker.figures(GROUPS.keySet())).isEqualTo(figures);
    }

    @Test
    void threeExportsAroundADeletionShowTenOrMoreWhoMayHaveGone() {
        tokens.addAll(results.some(60));
        site.publish(JANUARY);
        Reading before = attacker.reading();
        happen(Event.ONE_WITH_A_ROW_GOES);
        site.publish(JANUARY);
        Reading after = attacker.reading();
        happen(Event.TEN_COME);
        site.publish(JANUARY);

        assertThat(after).isNotEqualTo(before);
        nobodyIsSingledOutBy(List.of(before, after, attacker.reading()));
    }

    /** Each event is followed by each, and everything is read before, between and after the two. */
    @ParameterizedTest
    @EnumSource(Event.class)
    void threeReadingsAroundTwoEventsSingleOutNobody(Event first) {
        tokens.addAll(results.some(40));
        tokens.addAll(results.some(30, "es", false));
        site.publish(JANUARY);
        happen(Event.ONE_WITH_A_ROW_GOES);
        happen(Event.ONE_WITH_A_ROW_CHANGES_LANGUAGE);
        for (Event second : Event.values()) {
            moreComeUntilThereAreEnoughOfEachKind();
            Reading before = attacker.reading();
            happen(first);
            site.publish(FEBRUARY);
            Reading between = attacker.reading();
            happen(second);
            site.publish(FEBRUARY);
            nobodyIsSingledOutBy(List.of(before, between, attacker.reading()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nothingThatHappensShowsOnePerson(long seed) {
        random.setSeed(seed);
        List<Reading> readings = new ArrayList<>(List.of(attacker.reading()));
        var before = attacker.figures(GROUPS.keySet());
        for (int step = 0; step < 24; step++) {
            happenAtRandom();
            site.publish(JANUARY.plusMonths(step / 12));
            readings.add(attacker.reading());
            var after = attacker.figures(GROUPS.keySet());
            if (!after.equals(before)) {
                assertThat(madeBy(readings.get(step), readings.get(step + 1)))
                        .as("those who made a difference")
                        .hasSizeGreaterThanOrEqualTo(FEWEST);
            }
            before = after;
        }
        assertThat(results.published()).isNotEmpty();
        everyThreeOf(readings).forEach(three -> SingledOut.nobodyBy(three, List.of(row -> true)));
    }

    @Test
    void aFilterExportsTheRowsOfItsGroup() {
        results.some(40);
        results.some(30, "es", false);
        results.some(20, "es", true);
        site.publish(JANUARY);
        results.some(40);
        site.publish(FEBRUARY);

        assertThat(GROUPS)
                .allSatisfy((filter, group) -> assertThat(attacker.rows(filter))
                        .isEqualTo(attacker.rows("").stream().filter(group).collect(toSet())));
    }

    /** Enough that two batches with rows, or two without, can be withdrawn. */
    private void moreComeUntilThereAreEnoughOfEachKind() {
        Reading now = attacker.reading();
        while (now.rows().size() < 40 || withoutRows(now).size() < 20) {
            tokens.addAll(results.some(20));
            tokens.addAll(results.some(10, "es", false));
            site.publish(FEBRUARY);
            now = attacker.reading();
        }
    }

    private void happenAtRandom() {
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
            change(tokens.get(random.nextInt(tokens.size())), language, careless);
        }
    }

    private void happen(Event event) {
        Reading now = attacker.reading();
        switch (event) {
            case ONE_COMES -> tokens.addAll(results.some(1));
            case TEN_COME -> tokens.addAll(results.some(10));
            case MANY_COME -> tokens.addAll(results.some(25));
            case ONE_WITH_A_ROW_GOES -> assessments.delete(oneOf(now.rows()));
            case ONE_WITH_A_ROW_CHANGES_ANSWERS -> change(oneOf(now.rows()), "en", false);
            case ONE_WITH_A_ROW_CHANGES_LANGUAGE -> change(oneOf(now.rows()), "es", false);
            case ONE_WITHOUT_A_ROW_GOES -> assessments.delete(oneOf(withoutRows(now)));
            case ONE_THAT_WAITS_GOES -> assessments.delete(results.some(1).get(0));
        }
    }

    private static Set<PublishedRow> withoutRows(Reading reading) {
        Set<PublishedRow> hidden = new HashSet<>(reading.counted());
        hidden.removeAll(reading.rows());
        return hidden;
    }

    private AssessmentToken oneOf(Set<PublishedRow> rows) {
        Set<Responses> answers = rows.stream().map(PublishedRow::responses).collect(toSet());
        Collections.shuffle(tokens, random);
        return tokens.stream()
                .filter(token -> assessments
                        .find(token)
                        .filter(result -> answers.contains(result.responses()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void change(AssessmentToken token, String language, boolean careless) {
        Responses answers = InstrumentShapes.anyResponses(StoredResults.INSTRUMENT, random);
        assessments.replace(token, before -> StoredResults.completed(answers, language, careless));
    }

    private static void nobodyIsSingledOutBy(List<Reading> readings) {
        SingledOut.nobodyBy(readings, GROUPS.values());
    }

    private static Set<PublishedRow> madeBy(Reading before, Reading after) {
        Set<PublishedRow> either = new HashSet<>(before.counted());
        either.addAll(after.counted());
        Set<PublishedRow> both = new HashSet<>(before.counted());
        both.retainAll(after.counted());
        either.removeAll(both);
        return either;
    }

    private static List<List<Reading>> everyThreeOf(List<Reading> readings) {
        List<List<Reading>> all = new ArrayList<>();
        for (int third = 2; third < readings.size(); third++) {
            for (int second = 1; second < third; second++) {
                for (int first = 0; first < second; first++) {
                    all.add(List.of(readings.get(first), readings.get(second), readings.get(third)));
                }
            }
        }
        return all;
    }
}
