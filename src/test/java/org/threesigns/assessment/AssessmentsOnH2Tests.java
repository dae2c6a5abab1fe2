package org.threesigns.assessment;

import org.threesigns.database.OnH2;

@OnH2
class AssessmentsOnH2Tests extends AssessmentsTests {}
