package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.respondent.RespondentPagesTest;

@RespondentPagesTest
class DeletionTests {

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    DeletionTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @Test
    void asksTwice() {
        String address = respondent.leaves(distant());

        assertThat(browser.get().uri(address + "/delete"))
                .hasStatusOk()
                .bodyText()
                .contains("Delete this result?", "14 March 2026");
        assertThat(browser.post().uri(address + "/delete"))
                .hasStatusOk()
                .bodyText()
                .contains("Delete for good?");
        assertThat(browser.get().uri(address)).hasStatusOk();
    }

    @Test
    void deletesCompletely() {
        String address = respondent.leaves(distant());

        assertThat(browser.post().uri(address + "/delete").param("really", "for-good"))
                .hasStatus(303)
                .hasRedirectedUrl("/en/result/deleted");
        assertThat(browser.get().uri(address)).hasStatus(404);
        assertThat(browser.get().uri(address + "/delete")).hasStatus(404);
    }

    @Test
    void saysThatItIsGoneAndWhatCanLinger() {
        assertThat(browser.get().uri("/en/result/deleted"))
                .hasStatusOk()
                .bodyText()
                .contains("It is gone", "history", "noindex");
    }

    @Test
    void whoeverAsksAgainIsToldThatItIsGone() {
        String address = respondent.leaves(distant());

        for (int time = 0; time < 2; time++) {
            assertThat(browser.post().uri(address + "/delete").param("really", "for-good"))
                    .hasStatus(303)
                    .hasRedirectedUrl("/en/result/deleted");
        }
    }

    @Test
    void deletesNothingUnderAnotherLink() {
        String address = respondent.leaves(distant());
        String other = Respondent.addressOf(Respondent.newToken());

        assertThat(browser.post().uri(other + "/delete")).hasStatus(404);
        browser.post().uri(other + "/delete").param("really", "for-good").exchange();
        browser.post().uri(address + "x/delete").param("really", "for-good").exchange();

        assertThat(browser.get().uri(address)).hasStatusOk();
    }

    @Test
    void takesAnyOtherWordForAQuestion() {
        String address = respondent.leaves(distant());

        assertThat(browser.post().uri(address + "/delete").param("really", "yes"))
                .hasStatusOk();
        assertThat(browser.get().uri(address)).hasStatusOk();
    }
}
