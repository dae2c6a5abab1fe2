package org.threesigns.statistics;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class StatisticsOnPostgreSqlBench extends StatisticsBench {}
