package org.threesigns.publication;

import static java.util.stream.Collectors.toMap;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.Concurrently;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.ResponseCounts;

/** Results that tests store by the application's own code. */
public class StoredResults {

    public static final Instrument INSTRUMENT = TestInstruments.sim24();

    /** The day on which all are completed. */
    static final LocalDate DAY = LocalDate.of(2025, 3, 17);

    private static final int AT_ONCE = 16; // on H2 each alone would wait for the disk

    private static final SecureRandom SECURE = new SecureRandom();

    private final Assessments assessments;
    private final Recount recount;
    private final JdbcClient jdbc;
    private final Random random = new Random(4);

    StoredResults(Assessments assessments, Recount recount, JdbcClient jdbc) {
        this.assessments = assessments;
        this.recount = recount;
        this.jdbc = jdbc;
    }

    public void clear() {
        List.of("assessment", "batch", "response_cell")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    public List<AssessmentToken> some(int n) {
        return some(n, "en", false);
    }

    public List<AssessmentToken> some(int n, String language, boolean careless) {
        return some(n, language, Wording.CURRENT, careless);
    }

    public List<AssessmentToken> some(int n, String language, Wording wording, boolean careless) {
        return Concurrently.someAtATime(
                AT_ONCE,
                IntStream.range(0, n)
                        .mapToObj(each -> InstrumentShapes.anyResponses(INSTRUMENT, random))
                        .map(responses -> (Callable<AssessmentToken>)
                                () -> one(completed(responses, language, wording, careless)))
                        .toList());
    }

    AssessmentToken uncounted() {
        var token = someToken();
        assessments.saveUncounted(
                token, completed(InstrumentShapes.anyResponses(INSTRUMENT, random), "en", Wording.CURRENT, false));
        return token;
    }

    /** Results of another instrument, in English, of people who answer at random. */
    public void someOf(Instrument instrument, int n) {
        Concurrently.someAtATime(
                AT_ONCE,
                IntStream.range(0, n)
                        .mapToObj(each -> completed(instrument))
                        .map(result -> (Callable<AssessmentToken>) () -> one(result))
                        .toList());
    }

    public AssessmentToken oneOf(Instrument instrument) {
        return one(completed(instrument));
    }

    private CompletedAssessment completed(Instrument instrument) {
        return new CompletedAssessment(
                instrument.id(),
                instrument.version(),
                "en",
                DAY,
                InstrumentShapes.anyResponses(instrument, random),
                false,
                Wording.CURRENT,
                false);
    }

    public AssessmentToken one(Responses responses, String language, boolean careless) {
        return one(completed(responses, language, careless));
    }

    private AssessmentToken one(CompletedAssessment result) {
        var token = someToken();
        assessments.save(token, result);
        return token;
    }

    private static AssessmentToken someToken() {
        var bytes = new byte[18];
        SECURE.nextBytes(bytes);
        return AssessmentToken.of(bytes);
    }

    public static CompletedAssessment completed(Responses responses, String language, boolean careless) {
        return completed(responses, language, Wording.CURRENT, careless);
    }

    public static CompletedAssessment completed(
            Responses responses, String language, Wording wording, boolean careless) {
        return new CompletedAssessment(
                INSTRUMENT.id(), INSTRUMENT.version(), language, DAY, responses, careless, wording, false);
    }

    /** Everything that is published, read from the results and not from the counts. */
    public List<Responses> published() {
        return jdbc.sql("""
                        select a.responses from assessment a join batch b on b.id = a.batch
                        where b.counted_month is not null""").query(String.class).list().stream()
                .map(Responses::new)
                .toList();
    }

    /** The same, each with what figures can be chosen by: the wording is that of its batch. */
    public List<PublishedRow> publishedRows() {
        return jdbc.sql("""
                        select a.language, b.wording, a.careless, b.counted_month, a.responses
                        from assessment a join batch b on b.id = a.batch where b.counted_month is not null""")
                .query((row, number) -> new PublishedRow(
                        row.getString("language"),
                        row.getString("wording"),
                        row.getBoolean("careless"),
                        YearMonth.from(row.getObject("counted_month", LocalDate.class)),
                        new Responses(row.getString("responses"))))
                .list();
    }

    /**
     * Lets what was counted in a month be as if it had been before each wording had batches of its own.
     *
     * @param past those that are about a relationship that is over
     */
    public void wereCountedTogether(YearMonth month, Collection<AssessmentToken> past) {
        jdbc.sql("update assessment set wording = 'past' where id in (:ids)")
                .param("ids", past.stream().map(AssessmentToken::key).toList())
                .update();
        jdbc.sql("update batch set wording = 'not-separated' where counted_month = ?")
                .param(month.atDay(1))
                .update();
        jdbc.sql("delete from response_cell where counted_month = ?")
                .param(month.atDay(1))
                .update();
        recount.recount();
    }

    /** How many results each wording counts. */
    Map<String, Long> countedByWording() {
        return jdbc
                .sql("select wording, counts from response_cell")
                .query((row, number) -> Map.entry(
                        row.getString("wording"),
                        ResponseCounts.read(INSTRUMENT, row.getBytes("counts")).respondents()))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    List<Integer> batchSizes() {
        return jdbc.sql("select count(*) from assessment where batch is not null group by batch")
                .query(Integer.class)
                .list();
    }

    /** The counts of all cells together. */
    ResponseCounts counted() {
        return jdbc.sql("select counts from response_cell").query(byte[].class).list().stream()
                .map(stored -> ResponseCounts.read(INSTRUMENT, stored))
                .reduce(ResponseCounts.none(INSTRUMENT), ResponseCounts::plus);
    }
}
