package org.threesigns.dashboard;

import java.util.EnumSet;
import java.util.HashMap;
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
        var figures = new HashMap<>(attacker.files(groups, comparisons));
        figures.putAll(attacker.figures(Set.of("", "&wording=past&language=es"), Set.of("&by=month&month=2025-02")));
        return figures;
    }

    @Override
    Set<Event> secondEvents() {
        return EnumSet.allOf(Event.class);
    }
}
