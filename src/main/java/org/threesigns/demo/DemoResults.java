package org.threesigns.demo;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Wording;
import org.threesigns.publication.ResultImporter;
import org.threesigns.scoring.Responses;
import org.threesigns.site.Languages;
import org.threesigns.startup.StartupLine;

/**
 * Fills the site with 300 results of ten months, for the statistics, and three that have links.
 *
 * <p>Results are published in their month where ten or more of the same language and wording are, careless ones apart. So each
 * month has at least ten of each kind that it has, and each of its two languages comes in one wording.
 */
@Component
@Profile("demo")
@Order(3)
class DemoResults implements ApplicationRunner, StartupLine {

    private static final int MONTHS = 10;
    private static final int FEWEST = 10;

    private static final List<Sample> SAMPLES = List.of(
            new Sample("demo-result-lowest-score", -2.0),
            new Sample("demo-result-middle-score", 0.3),
            new Sample("demo-result-higher-score", 2.5));

    /**
     * The result of somebody, with a link.
     *
     * @param token anybody may know it
     * @param level how high they are on all scales
     */
    private record Sample(String token, double level) {}

    private final Instrument instrument;
    private final SimulatedRespondents people;
    private final ResultImporter importer;
    private final Assessments assessments;
    private final String siteLanguage;
    private final LocalDate today;

    DemoResults(
            InstrumentCatalog catalog,
            ResultImporter importer,
            Assessments assessments,
            Languages languages,
            Clock clock) {
        this.instrument = catalog.main();
        this.people = new SimulatedRespondents(instrument);
        this.importer = importer;
        this.assessments = assessments;
        this.today = LocalDate.now(clock);
        this.siteLanguage = languages.offered().get(0).toLanguageTag();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        SAMPLES.forEach(sample -> assessments.save(
                new AssessmentToken(sample.token()),
                result(instrument.defaultLanguage(), wording(false), today, people.attentive(sample.level()), false)));
        List<CompletedAssessment> results = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            addMonth(results, month);
        }
        importer.importResults(results);
    }

    @Override
    public String text(String site) {
        return SAMPLES.stream()
                .map(sample -> "Sample result: %s/%s/result/%s".formatted(site, siteLanguage, sample.token()))
                .collect(joining("\n"));
    }

    /** A few more in each month than in the one before; with careless ones in the last two. */
    private void addMonth(List<CompletedAssessment> results, int month) {
        int all = 21 + 2 * month;
        int careless = month >= MONTHS - 2 ? FEWEST : 0;
        LocalDate day = YearMonth.from(today).minusMonths(MONTHS - 1 - month).atDay(1);
        String second = secondLanguage();
        Wording ofSecond = wording(month % 2 == 1);
        Wording ofOthers = wording(month % 3 == 1);
        for (int person = 0; person < all; person++) {
            boolean isSecond = person < FEWEST;
            boolean reads = person < all - careless;
            results.add(result(
                    isSecond ? second : instrument.defaultLanguage(),
                    isSecond ? ofSecond : ofOthers,
                    day,
                    reads ? people.attentive() : people.careless(),
                    !reads));
        }
    }

    private String secondLanguage() {
        return instrument.languages().stream()
                .filter(language -> !language.equals(instrument.defaultLanguage()))
                .min(String::compareTo)
                .orElse(instrument.defaultLanguage());
    }

    /** @param last whether it is the last one that there is, or the usual one */
    private Wording wording(boolean last) {
        List<Wording> wordings = instrument.wordings();
        return wordings.get(last ? wordings.size() - 1 : 0);
    }

    private CompletedAssessment result(
            String language, Wording wording, LocalDate day, Responses responses, boolean careless) {
        return new CompletedAssessment(
                instrument.id(), instrument.version(), language, day, responses, careless, wording, false);
    }
}
