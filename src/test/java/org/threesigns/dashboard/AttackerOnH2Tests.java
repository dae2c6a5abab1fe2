package org.threesigns.dashboard;

import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.Assessments;
import org.threesigns.database.OnH2;
import org.threesigns.publication.ReferenceSite;
import org.threesigns.publication.StoredResults;

@OnH2
class AttackerOnH2Tests extends AttackerTests {

    @Autowired
    AttackerOnH2Tests(MockMvcTester mvc, StoredResults results, ReferenceSite site, Assessments assessments) {
        super(mvc, results, site, assessments);
    }

    @Override
    Map<String, String> figures(ReadingAdministrator attacker, Set<String> groups, Set<String> comparisons) {
        return attacker.figures(groups, comparisons);
    }
}
