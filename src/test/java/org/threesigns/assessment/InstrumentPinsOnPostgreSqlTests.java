package org.threesigns.assessment;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class InstrumentPinsOnPostgreSqlTests extends InstrumentPinsTests {}
