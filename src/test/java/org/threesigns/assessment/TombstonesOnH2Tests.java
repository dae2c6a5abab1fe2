package org.threesigns.assessment;

import org.threesigns.database.OnH2;

@OnH2
class TombstonesOnH2Tests extends TombstonesTests {}
