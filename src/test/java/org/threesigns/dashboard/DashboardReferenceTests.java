package org.threesigns.dashboard;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.database.OnH2;
import org.threesigns.publication.OnReferenceInstruments;
import org.threesigns.publication.ReferenceSite;
import org.threesigns.publication.StoredResults;
import org.threesigns.statistics.ReferenceAgreement;

/** The whole way in: 20,000 people's results stored, published, and read from the page that an administrator gets. */
@OnH2
@OnReferenceInstruments
class DashboardReferenceTests {

    private final ReferenceSite site;
    private final StoredResults results;
    private final MockMvcTester mvc;

    @Autowired
    DashboardReferenceTests(ReferenceSite site, StoredResults results, MockMvcTester mvc) {
        this.site = site;
        this.results = results;
        this.mvc = mvc;
    }

    @TestFactory
    Stream<DynamicTest> thePageAgreesWithR() throws Exception {
        results.clear();
        site.open();

        var page = mvc.get()
                .uri("/admin?instrument=sim24")
                .with(user("ann").roles("ANALYST"))
                .exchange();

        var dashboard = (Dashboard) Objects.requireNonNull(
                Objects.requireNonNull(page.getMvcResult().getModelAndView())
                        .getModel()
                        .get("dashboard"));
        return new ReferenceAgreement(dashboard.statistics().orElseThrow()).everybody();
    }
}
