package org.threesigns.dashboard;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.dashboard.SingledOut.Reading;
import org.threesigns.instrument.Wording;
import org.threesigns.publication.OnReferenceInstruments;
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
@OnReferenceInstruments
@Tag("once")
abstract class AttackerTests {

    private static final int FEWEST = 10;
    private static final YearMonth DECEMBER = YearMonth.of(2024, 12);
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

    private static final Predicate<PublishedRow> ENGLISH = language("en");
    private static final Predicate<PublishedRow> SPANISH = language("es");
    private static final Predicate<PublishedRow> CURRENT = wording("current");
    private static final Predicate<PublishedRow> PAST = wording("past");
    private static final Predicate<PublishedRow> TOGETHER = wording("not-separated");
    private static final Predicate<PublishedRow> UP_TO_JANUARY = upTo(JANUARY);

    /** What can be asked for, and which of the published results it is about. */
    private static final Map<String, Predicate<PublishedRow>> GROUPS = Map.ofEntries(
            entry("", row -> true),
            entry("&careless=out", row -> !row.careless()),
            entry("&language=en", ENGLISH),
            entry("&language=es", SPANISH),
            entry("&language=es&careless=out", SPANISH.and(row -> !row.careless())),
            entry("&to=2025-01", UP_TO_JANUARY),
            entry("&from=2025-02&to=2025-02", row -> row.month().equals(FEBRUARY)),
            entry("&language=en&from=2025-02", ENGLISH.and(UP_TO_JANUARY.negate())),
            entry("&wording=current", CURRENT),
            entry("&wording=past", PAST),
            entry("&wording=not-separated", TOGETHER),
            entry("&wording=past&language=es", PAST.and(SPANISH)));

    /** The comparisons that can be asked for, and the two groups that each is about. */
    private static final Map<String, List<Predicate<PublishedRow>>> COMPARISONS = Map.of(
            "&by=language&first=en&second=es", List.of(ENGLISH, SPANISH),
            "&by=wording&first=current&second=past", List.of(CURRENT, PAST),
            "&by=month&month=2025-02", List.of(UP_TO_JANUARY, UP_TO_JANUARY.negate()),
            "&by=wording&first=past&second=current&language=es", List.of(PAST.and(SPANISH), CURRENT.and(SPANISH)));

    /** How often somebody is in the figures of each group, of what two groups are together, and of how they differ. */
    private static final List<ToIntFunction<PublishedRow>> FIGURES = Stream.concat(
                    GROUPS.values().stream().map(AttackerTests::times),
                    COMPARISONS.values().stream()
                            .flatMap(groups -> Stream.of(
                                    times(groups.get(0).or(groups.get(1))), difference(groups.get(0), groups.get(1)))))
            .toList();

    enum Event {
        ONE_COMES,
        TEN_COME,
        MANY_COME,
        ONE_WITH_A_ROW_GOES,
        ONE_WITH_A_ROW_CHANGES_ANSWERS,
        ONE_WITH_A_ROW_CHANGES_LANGUAGE,
        ONE_WITH_A_ROW_CHANGES_WORDING,
        ONE_COUNTED_WITH_BOTH_WORDINGS_GOES,
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

    /** What is read of these groups and comparisons: all files, and on one engine some pages, which are made of the same counts. */
    abstract Map<String, String> figures(ReadingAdministrator attacker, Set<String> groups, Set<String> comparisons);

    /** What follows on each event: on one engine all; no pair asks the other for a statement that no single event asks for. */
    abstract Set<Event> secondEvents();

    @BeforeEach
    void clear() {
        results.clear();
    }

    @Test
    void oneSubmitShowsNowhere() {
        results.some(40);
        site.publish(JANUARY);
        Reading before = attacker.reading();
        var figures = attacker.figures(GROUPS.keySet(), COMPARISONS.keySet());

        results.some(1);
        site.publish(JANUARY);

        assertThat(attacker.reading()).isEqualTo(before);
        assertThat(attacker.figures(GROUPS.keySet(), COMPARISONS.keySet())).isEqualTo(figures);
    }

    @Test
    void threeExportsAroundADeletionShowTenOrMoreWhoMayHaveGone() {
        tokens.addAll(results.some(60));
        site.publish(JANUARY);
        Reading before = attacker.reading();
        happen(Event.ONE_WITH_A_ROW_GOES, before);
        site.publish(JANUARY);
        Reading after = attacker.reading();
        happen(Event.TEN_COME, after);
        site.publish(JANUARY);

        assertThat(after).isNotEqualTo(before);
        nobodyIsSingledOutBy(List.of(before, after, attacker.reading()));
    }

    /** Each event is followed by others, and everything is read before, between and after the two. */
    @ParameterizedTest
    @EnumSource(Event.class)
    void threeReadingsAroundTwoEventsSingleOutNobody(Event first) {
        thereAreResultsOfBothWordingsTogether();
        tokens.addAll(results.some(40));
        tokens.addAll(results.some(30, "es", false));
        tokens.addAll(results.some(20, "es", Wording.PAST, false));
        site.publish(JANUARY);
        happen(Event.ONE_WITH_A_ROW_GOES, attacker.reading());
        happen(Event.ONE_WITH_A_ROW_CHANGES_LANGUAGE, attacker.reading());
        Reading now = attacker.reading();
        for (Event second : secondEvents()) {
            Reading before = untilThereAreEnoughOfEachKind(now);
            happen(first, before);
            site.publish(FEBRUARY);
            Reading between = attacker.reading();
            happen(second, between);
            site.publish(FEBRUARY);
            now = attacker.reading();
            nobodyIsSingledOutBy(List.of(before, between, now));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nothingThatHappensShowsOnePerson(long seed) {
        random.setSeed(seed);
        List<Reading> readings = new ArrayList<>(List.of(attacker.reading()));
        var before = figures(attacker, GROUPS.keySet(), COMPARISONS.keySet());
        for (int step = 0; step < 24; step++) {
            happenAtRandom();
            site.publish(JANUARY.plusMonths(step / 12));
            readings.add(attacker.reading());
            var after = figures(attacker, GROUPS.keySet(), COMPARISONS.keySet());
            if (!after.equals(before)) {
                assertThat(madeBy(readings.get(step), readings.get(step + 1)))
                        .as("those who made a difference")
                        .hasSizeGreaterThanOrEqualTo(FEWEST);
            }
            before = after;
        }
        assertThat(results.published()).isNotEmpty();
        everyThreeOf(readings.stream().distinct().toList())
                .forEach(three -> SingledOut.nobodyBy(three, List.of(row -> 1)));
    }

    @Test
    void batchesOfBothWordingsWouldShowSinglePeopleIfTheyWereTakenApart() {
        thereAreResultsOfBothWordingsTogether();
        Reading now = attacker.reading();
        Reading takenApart = new Reading(now.rows(), now.rows()); // rows have the wording in which they were answered

        nobodyIsSingledOutBy(List.of(now));
        assertThat(now.counted()).allMatch(row -> row.wording().equals("not-separated"));
        assertThatThrownBy(() -> nobodyIsSingledOutBy(List.of(takenApart))).isInstanceOf(AssertionError.class);
        assertThat(attacker.rows("&wording=not-separated")).isEqualTo(now.rows());
        assertThat(attacker.figures(List.of("&wording=past"), List.of()).values())
                .allMatch(page -> page.contains("There are no results to show of that wording"));
    }

    @Test
    void aFilterExportsTheRowsOfItsGroup() {
        thereAreResultsOfBothWordingsTogether();
        results.some(40);
        results.some(30, "es", false);
        results.some(20, "es", true);
        results.some(20, "es", Wording.PAST, false);
        site.publish(JANUARY);
        results.some(40);
        site.publish(FEBRUARY);

        Set<PublishedRow> counted = attacker.reading().counted();
        assertThat(GROUPS)
                .allSatisfy((filter, group) -> assertThat(answers(attacker.rows(filter)))
                        .isEqualTo(answers(counted.stream().filter(group).collect(toSet()))));
    }

    @Test
    void aComparisonIsAboutItsTwoGroups() {
        thereAreResultsOfBothWordingsTogether();
        results.some(40);
        results.some(30, "es", false);
        results.some(20, "es", Wording.PAST, false);
        site.publish(JANUARY);
        results.some(15);
        site.publish(FEBRUARY);

        Set<PublishedRow> counted = attacker.reading().counted();
        assertThat(COMPARISONS).allSatisfy((comparison, groups) -> {
            String page = String.join(
                    "", attacker.figures(List.of(), List.of(comparison)).values());
            assertThat(groups)
                    .allSatisfy(group -> assertThat(page)
                            .contains("<dd>%d results</dd>"
                                    .formatted(counted.stream().filter(group).count())));
        });
    }

    /** As an earlier version published them: three of fifteen or more are about a relationship that is over. */
    private void thereAreResultsOfBothWordingsTogether() {
        List<AssessmentToken> both = results.some(30);
        site.publish(DECEMBER);
        results.wereCountedTogether(DECEMBER, both.subList(0, 3));
        tokens.addAll(both);
    }

    /** What somebody reads once there are enough that two batches with rows, or two without, can be withdrawn. */
    private Reading untilThereAreEnoughOfEachKind(Reading before) {
        Reading now = before;
        while (now.rows().size() < 40 || withoutRows(now).size() < 20) {
            tokens.addAll(results.some(20));
            tokens.addAll(results.some(10, "es", false));
            site.publish(FEBRUARY);
            now = attacker.reading();
        }
        if (together(now).size() < 20) {
            thereAreResultsOfBothWordingsTogether();
            now = attacker.reading();
        }
        return now;
    }

    private void happenAtRandom() {
        String language = random.nextInt(3) == 0 ? "es" : "en";
        Wording wording = random.nextInt(3) == 0 ? Wording.PAST : Wording.CURRENT;
        boolean careless = random.nextInt(4) == 0;
        int what = random.nextInt(6);
        if (what < 3 || tokens.isEmpty()) {
            tokens.addAll(results.some(1 + random.nextInt(7), language, wording, careless));
        } else if (what == 3) {
            tokens.addAll(results.some(25, language, wording, careless));
        } else if (what == 4) {
            assessments.delete(tokens.remove(random.nextInt(tokens.size())));
        } else {
            change(tokens.get(random.nextInt(tokens.size())), language, wording, careless);
        }
    }

    private void happen(Event event, Reading now) {
        switch (event) {
            case ONE_COMES -> tokens.addAll(results.some(1));
            case TEN_COME -> tokens.addAll(results.some(10));
            case MANY_COME -> tokens.addAll(results.some(25));
            case ONE_WITH_A_ROW_GOES -> assessments.delete(oneOf(now.rows()));
            case ONE_WITH_A_ROW_CHANGES_ANSWERS -> change(oneOf(now.rows()), "en", Wording.CURRENT, false);
            case ONE_WITH_A_ROW_CHANGES_LANGUAGE -> change(oneOf(now.rows()), "es", Wording.CURRENT, false);
            case ONE_WITH_A_ROW_CHANGES_WORDING -> change(oneOf(now.rows()), "en", Wording.PAST, false);
            case ONE_COUNTED_WITH_BOTH_WORDINGS_GOES -> assessments.delete(oneOf(together(now)));
            case ONE_WITHOUT_A_ROW_GOES -> assessments.delete(oneOf(withoutRows(now)));
            case ONE_THAT_WAITS_GOES -> assessments.delete(results.some(1).get(0));
        }
    }

    private static Set<PublishedRow> withoutRows(Reading reading) {
        Set<Responses> shown =
                reading.rows().stream().map(PublishedRow::responses).collect(toSet());
        return reading.counted().stream()
                .filter(row -> !shown.contains(row.responses()))
                .collect(toSet());
    }

    private AssessmentToken oneOf(Set<PublishedRow> rows) {
        Set<Responses> answers = answers(rows);
        Collections.shuffle(tokens, random);
        return tokens.stream()
                .filter(token -> assessments
                        .find(token)
                        .filter(result -> answers.contains(result.responses()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Set<Responses> answers(Set<PublishedRow> rows) {
        return rows.stream().map(PublishedRow::responses).collect(toSet());
    }

    private static Set<PublishedRow> together(Reading reading) {
        return reading.counted().stream().filter(TOGETHER).collect(toSet());
    }

    private void change(AssessmentToken token, String language, Wording wording, boolean careless) {
        Responses answers = InstrumentShapes.anyResponses(StoredResults.INSTRUMENT, random);
        assessments.replace(token, before -> StoredResults.completed(answers, language, wording, careless));
    }

    private static void nobodyIsSingledOutBy(List<Reading> readings) {
        SingledOut.nobodyBy(readings, FIGURES);
    }

    private static Predicate<PublishedRow> language(String language) {
        return row -> row.language().equals(language);
    }

    private static Predicate<PublishedRow> wording(String wording) {
        return row -> row.wording().equals(wording);
    }

    private static Predicate<PublishedRow> upTo(YearMonth last) {
        return row -> !row.month().isAfter(last);
    }

    /** How often somebody is in the figures of a group. */
    private static ToIntFunction<PublishedRow> times(Predicate<PublishedRow> group) {
        return row -> group.test(row) ? 1 : 0;
    }

    private static ToIntFunction<PublishedRow> difference(
            Predicate<PublishedRow> first, Predicate<PublishedRow> second) {
        return row -> (first.test(row) ? 1 : 0) - (second.test(row) ? 1 : 0);
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
