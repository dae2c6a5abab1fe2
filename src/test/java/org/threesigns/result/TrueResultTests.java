package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;
import org.threesigns.scoring.Responses;

/** Answers of which a result once said what was not true, with the words that are. */
@RespondentPagesTest
class TrueResultTests {

    private static final String LOW = "11111111";

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    TrueResultTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @Test
    void namesHoldingOnWhateverTheScoreIs() {
        var answers = responses("D", LOW, "C", "11155111", "A", LOW);

        assertThat(page("en", answers))
                .containsSubsequence("Taken together, nothing stands out. Single answers do.", "rarely")
                .contains(
                        "Taken together, your answers come out at “rarely”. One part stands out, and you said that"
                                + " holding on comes up often there: your partner’s time with other people and your partner’s"
                                + " time alone.",
                        "someone outside, today if you like",
                        "Give yourself one rule this week")
                .doesNotContain("Nothing stands out in your answers", "room for two people", "What already helps you");
        assertThat(page("es", answers))
                .contains(
                        "En conjunto no destaca nada. Sí destacan algunas respuestas.",
                        "En conjunto, tus respuestas dan «rara vez». Una parte destaca, y dijiste que en ella"
                                + " retener aparece a menudo: el tiempo de tu pareja con otra gente y el tiempo de tu pareja para sus cosas.",
                        "puedes hablar con alguien de fuera")
                .doesNotContain("Nada destaca en tus respuestas", "sitio para dos", "Lo que ya te ayuda");
    }

    @Test
    void namesHoldingOnInTheMiddleToo() {
        var answers = responses("D", LOW, "C", "11155511", "A", LOW);

        assertThat(page("en", answers))
                .contains("come out at “sometimes”. One part stands out, and you said that holding on comes up often")
                .doesNotContain("sometimes happens", "What already helps you");
        assertThat(page("es", answers))
                .contains("dan «a veces». Una parte destaca, y dijiste que en ella retener aparece a menudo: el tiempo")
                .doesNotContain("Lo que ya te ayuda");
    }

    /** C1 to C3 and C5 as asked; C7 "Never" and C8 "Almost always" are reverse-keyed. */
    @Test
    void putsSupportFirstWhereGivingWayIsStrongWhateverElseWasAnswered() {
        var answers = responses("D", LOW, "C", "55513151", "A", LOW);

        assertThat(page("en", answers))
                .containsSubsequence("First of all, support", "Balance of power")
                .contains("you often feel you have less say, give way to stay close and pull back to be even")
                .doesNotContain(
                        "olding on happens",
                        "olding on tighter",
                        "let them choose",
                        "wait before you",
                        "If you feel safe with them");
        assertThat(page("es", answers))
                .containsSubsequence("Antes de nada, apoyo", "Equilibrio de poder")
                .contains("a menudo sientes que decides menos, cedes para que tu pareja siga cerca y te alejas")
                .doesNotContain("que elija", "Si te sientes a salvo a su lado");
    }

    @Test
    void namesGivingWayAndHoldingOnWhereBothAreThere() {
        var answers = responses("D", LOW, "C", "51555511", "A", LOW);

        assertThat(page("en", answers))
                .contains("First of all, support", "you often feel you have less say and give way, and that holding on")
                .doesNotContain("room for two people", "What already helps you");
        assertThat(page("es", answers))
                .contains(
                        "Antes de nada, apoyo",
                        "a menudo sientes que decides menos y cedes, y que retener a tu pareja aparece")
                .doesNotContain("sitio para dos", "Lo que ya te ayuda");
    }

    @Test
    void saysWhatIsMuchHigherThanTheScore() {
        var answers = responses("D", "55551111", "C", LOW, "A", "11115111");

        assertThat(page("en", answers))
                .contains(
                        "Taken together, your answers come out at “sometimes”, and this is much higher: taking big"
                                + " worries elsewhere, pulling back after a cold word and keeping busy instead of leaning on"
                                + " someone.",
                        "Taken together, your answers come out at “rarely”, and this is much higher: expecting the"
                                + " worst.")
                .doesNotContain("you sometimes make space", "you rarely see trouble");
        assertThat(page("es", answers))
                .contains(
                        "En conjunto, tus respuestas dan «a veces», y esto queda mucho más alto: llevar las grandes"
                                + " preocupaciones a otra parte, alejarse tras una palabra fría y ocuparse en vez de buscar"
                                + " apoyo.",
                        "En conjunto, tus respuestas dan «rara vez», y esto queda mucho más alto: esperar lo peor.")
                .doesNotContain("a veces tomas distancia", "rara vez ves problemas");
    }

    /** 3.00, 3.25 and 2.75: the first two lead, and no two of the three are really different. */
    @Test
    void ordersByScoreAndSaysWhichDifferencesMeanNothing() {
        var answers = responses("D", "33333333", "C", "44333333", "A", "33333322");

        assertThat(page("en", answers))
                .containsSubsequence(
                        "Two things showed up most often",
                        "Balance of power",
                        "Keeping distance",
                        "The differences between these are within what another day could bring:",
                        "Balance of power",
                        "Keeping distance",
                        "Reading between the lines",
                        "id=\"sign-control\"",
                        "id=\"sign-distance\"",
                        "id=\"sign-cues\"");
        assertThat(page("es", answers))
                .containsSubsequence(
                        "Dos cosas destacan",
                        "Equilibrio de poder",
                        "Tomar distancia",
                        "Las diferencias entre estas podrían salir con solo responder otro día:",
                        "Leer entre líneas");
    }

    @Test
    void saysThatAllCameOutAboutTheSame() {
        var answers = responses("D", "33333333", "C", "33333333", "A", "33333333");

        assertThat(page("en", answers))
                .contains("All three scores came out about the same, in the middle:")
                .doesNotContain("showed up most often");
        assertThat(page("es", answers))
                .contains("Las tres puntuaciones salieron más o menos igual, en el medio:")
                .doesNotContain("destacan en tus respuestas");
        assertThat(page("en", responses("D", "55555555", "C", "55555555", "A", "55555555")))
                .contains("All three scores came out about the same:");
    }

    @Test
    void saysThatOneLeadsByNoMoreThanAnotherDayCouldBring() {
        assertThat(page("en", responses("D", "33333333", "C", LOW, "A", "33333111")))
                .containsSubsequence(
                        "This showed up most often",
                        "The difference between these two is within what another day could bring:",
                        "Keeping distance",
                        "Reading between the lines",
                        "It comes first below");
        assertThat(page("en", responses("D", "55555555", "C", LOW, "A", LOW)))
                .doesNotContain("another day could bring");
    }

    @Test
    void quotesWhatAlreadyHelps() {
        var answers = responses("D", LOW, "C", LOW, "A", LOW, "T", "555");

        assertThat(page("en", answers))
                .containsSubsequence(
                        "Nothing stands out in your answers",
                        "What already helps you",
                        "How often do you ask your partner for comfort after a hard day?",
                        "Almost always")
                .contains("No answer raised it much.")
                .doesNotContain("No single answer stands out");
        assertThat(page("es", answers))
                .containsSubsequence("Nada la eleva.", "Lo que ya te ayuda", "pides consuelo", "Casi siempre");
    }

    @Test
    void joinsTwoAnswersOnceAndNeverWhereSupportComesFirst() {
        var answers = responses("D", "51111115", "C", LOW, "A", "51115111");

        assertThat(page("en", answers))
                .containsOnlyOnce("The two can feed each other")
                .contains("you often pull back after a cold word, and that you seldom ask for comfort");
        assertThat(page("es", answers)).containsOnlyOnce("Las dos cosas pueden alimentarse");
        assertThat(page(respondent.completed(answers, Wording.CURRENT, true)))
                .doesNotContain("feed each other", "What already helps you");
    }

    /** Whoever gives way can show the page without anybody reading from it what the safety question got. */
    @ParameterizedTest
    @EnumSource
    void isTheSameByteForByteForSomebodyWhoGivesWayWhetherAnythingWasTickedOrNot(Wording wording) {
        for (Responses answers : List.of(
                responses("D", LOW, "C", "55513151", "A", LOW),
                responses("D", "51111115", "C", "41455511", "A", "51115111", "T", "111"))) {
            for (String below : List.of("", "/ideas", "/plan", "/sources", "/keep", "/everything")) {
                assertThat(withoutKeys(page(respondent.leaves(respondent.completed(answers, wording, true)) + below)))
                        .isEqualTo(withoutKeys(
                                page(respondent.leaves(respondent.completed(answers, wording, false)) + below)));
            }
        }
    }

    static List<String> languages() {
        return List.of("en", "es");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void writesTheIdeaBehindTipsOnceInAPartOfThePage(String language) {
        String page = page(respondent
                        .leaves(responses("D", "44444444", "C", "44444444", "A", "44444444", "T", "111"))
                        .replace("/en/", "/" + language + "/")
                + "/ideas");

        var ideasOfAllParts = new ArrayList<String>();
        for (String part : page.split("<section", -1)) {
            String shown = part.replaceAll("(?s)<ul class=\"tips on-paper\">.*", "");
            List<String> ideas = Pattern.compile("<p class=\"source\"><span>(.*?)</span>")
                    .matcher(shown)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            ideasOfAllParts.addAll(ideas);
            assertThat(ideas).doesNotHaveDuplicates();
        }
        assertThat(ideasOfAllParts).isNotEmpty();
    }

    private String page(String language, Responses answers) {
        return page(respondent.leaves(answers).replace("/en/", "/" + language + "/"));
    }

    private String page(CompletedAssessment completed) {
        return page(respondent.leaves(completed));
    }

    private String page(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return Respondent.bodyOf(answer).replaceAll("\\s+", " ").replace("</span> <span>", " ");
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("/result/[A-Za-z0-9_-]{24}", "/result/…");
    }
}
