package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sends the form at one address, and reads the pages that follow. */
record FormBrowser(MockMvcTester browser, String form) {

    /** The form with nothing answered. */
    SheetOfAnswers sheet() {
        return SheetOfAnswers.on(page(form));
    }

    MvcTestResult sent(SheetOfAnswers sheet) {
        return browser.perform(post(form).params(sheet.fields()));
    }

    /** The address of the result of this sheet, which has to be taken. */
    String result(SheetOfAnswers sheet) {
        var sent = sent(sheet);
        assertThat(sent).hasStatus(303);
        return requireNonNull(sent.getResponse().getRedirectedUrl());
    }

    String page(String address) {
        var page = browser.get().uri(address).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }
}
