package org.threesigns.assessment;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class TombstonesOnPostgreSqlTests extends TombstonesTests {}
