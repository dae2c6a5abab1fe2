package org.threesigns.dashboard;

import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.Assessments;
import org.threesigns.database.OnPostgreSql;
import org.threesigns.publication.ReferenceSite;
import org.threesigns.publication.StoredResults;

@OnPostgreSql
class AttackerOnPostgreSqlTests extends AttackerTests {

    @Autowired
    AttackerOnPostgreSqlTests(MockMvcTester mvc, StoredResults results, ReferenceSite site, Assessments assessments) {
        super(mvc, results, site, assessments);
    }

    @Override
    Map<String, String> figures(ReadingAdministrator attacker, Set<String> groups, Set<String> comparisons) {
        return attacker.files(groups, comparisons);
    }

    @Override
    Set<Event> secondEvents() {
        return Set.of(Event.TEN_COME);
    }
}
