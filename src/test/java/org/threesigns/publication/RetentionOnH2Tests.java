package org.threesigns.publication;

import org.threesigns.database.OnH2;

@OnH2
class RetentionOnH2Tests extends RetentionTests {}
