package org.threesigns.statistics;

import org.threesigns.database.OnH2;

@OnH2
class StatisticsOnH2Bench extends StatisticsBench {}
