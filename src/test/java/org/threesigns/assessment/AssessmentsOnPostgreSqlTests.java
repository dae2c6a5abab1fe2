package org.threesigns.assessment;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class AssessmentsOnPostgreSqlTests extends AssessmentsTests {}
