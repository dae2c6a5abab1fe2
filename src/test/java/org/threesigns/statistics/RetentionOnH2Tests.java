package org.threesigns.statistics;

import org.threesigns.database.OnH2;

@OnH2
class RetentionOnH2Tests extends RetentionTests {}
