package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Questions in random order. */
@OnOtherInstruments
class AskingOrderTests {

    private static final String FORM = "/en/check/shuffled";
    private static final Pattern QUESTION = Pattern.compile("<fieldset class=\"item[^>]*id=\"q-(q\\d+)\"");
    private static final Pattern NUMBER = Pattern.compile("<span class=\"number\">(\\d+)\\.</span>");

    private final MockMvcTester browser;

    @Autowired
    AskingOrderTests(MockMvcTester browser) {
        this.browser = browser;
    }

    @Test
    void isAnotherOneForEachSitting() {
        List<List<String>> orders = IntStream.range(0, 8)
                .mapToObj(sitting -> order(page(browser.get().uri(FORM).exchange())))
                .toList();

        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(order).hasSize(10).doesNotHaveDuplicates().endsWith("q9", "q10"));
        assertThat(orders.stream().distinct()).hasSizeGreaterThan(4);
    }

    @Test
    void numbersTheQuestionsAsTheyAreAsked() {
        String form = page(browser.get().uri(FORM).exchange());

        assertThat(NUMBER.matcher(form).results().map(number -> Integer.parseInt(number.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void staysTheSameOnAnErrorOnTheAnswersAndWhenTheyAreChanged() {
        String form = page(browser.get().uri(FORM).exchange());
        List<String> order = order(form);
        var sheet = SheetOfAnswers.on(form);
        order.subList(0, 9).forEach(question -> sheet.answer(question, "yes"));

        String again = page(browser.post().uri(FORM).params(sheet.fields()).exchange());
        assertThat(order(again)).isEqualTo(order);
        assertThat(again).contains("10. Is it number 10?");
        assertThat(page(browser.post()
                        .uri(FORM + "/answers")
                        .params(sheet.fields())
                        .exchange()))
                .containsSubsequence(order.stream()
                        .map(question -> "Is it number %s?<".formatted(question.substring(1)))
                        .toList());

        sheet.answer("q10", "no");
        String result = requireNonNull(browser.post()
                .uri(FORM)
                .params(sheet.fields())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        assertThat(order(page(browser.get().uri(result + "/change").exchange())))
                .isEqualTo(order);
        assertThat(browser.get().uri(result)).bodyText().contains("9 on a scale of 0 to 10");
    }

    @Test
    void saysWhatStandsAboveAPart() {
        assertThat(page(browser.get().uri(FORM).exchange())).contains("<p>These two stay where they are.</p>");
    }

    private static List<String> order(String page) {
        return QUESTION.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String page(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
