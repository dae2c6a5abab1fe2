package org.threesigns.dashboard;

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
}
