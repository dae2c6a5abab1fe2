package org.threesigns.statistics;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class RetentionOnPostgreSqlTests extends RetentionTests {}
