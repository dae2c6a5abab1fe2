package org.threesigns.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threesigns.assessment.Assessments;
import org.threesigns.instrument.Wording;
import org.threesigns.result.Respondent;
import org.threesigns.scoring.Responses;

/** A result is short enough to be read on a phone: what it shows, without anything hidden that a tap would open. */
@BrowserTest
class ResultLengthBrowserTests {

    private static final String LOW = "11111111";
    private static final int MOST_WORDS = 900;
    private static final int MOST_PIXELS = 5_000;
    private static final int MOST_PIXELS_WHERE_ALL_IS_LOW = 3_500;

    private final Respondent respondent;

    @Autowired
    ResultLengthBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    /** @param mostPixels that the page of such a person may be high on a phone */
    record Kind(String name, int mostPixels, Responses answers) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("all low", MOST_PIXELS_WHERE_ALL_IS_LOW, answers(LOW, LOW, LOW, "555")),
                new Kind("all sometimes", MOST_PIXELS, answers("33333333", "33333333", "33333333", "333")),
                new Kind("all high", MOST_PIXELS, answers("55555555", "55555555", "55555555", "111")),
                new Kind("mixed", MOST_PIXELS, Respondent.distant()),
                new Kind("giving way", MOST_PIXELS, answers(LOW, "55513151", "34343433", "123")),
                new Kind("holding on", MOST_PIXELS, answers(LOW, "11155511", LOW, "333")),
                new Kind("spread", MOST_PIXELS, answers("55551115", "31313131", "51115151", "531")),
                new Kind("skips", MOST_PIXELS, answers("4-44-444", "111-----", "33-33333", "-2-")));
    }

    private static Responses answers(String distance, String control, String cues, String unscored) {
        return Respondent.responses("D", distance, "C", control, "A", cues, "T", unscored);
    }

    static Stream<Arguments> kindsInEveryLanguage() {
        return kinds().stream().flatMap(kind -> Stream.of("en", "es").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("kindsInEveryLanguage")
    void isShortEnoughToBeRead(Kind kind, String language, Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(respondent
                .leaves(respondent.completed(kind.answers, Wording.CURRENT, false))
                .replace("/en/", "/" + language + "/"));

        page.evaluate("document.fonts.ready");
        int words = page.locator("body").innerText().trim().split("\\s+").length;
        int pixels = (int) page.evaluate("document.documentElement.scrollHeight");

        assertThat(words).as("words").isLessThanOrEqualTo(MOST_WORDS);
        assertThat(pixels).as("pixels").isLessThanOrEqualTo(kind.mostPixels);
        assertThat(page.locator("details, [aria-expanded]").count())
                .as("what would have to be opened")
                .isZero();
    }
}
