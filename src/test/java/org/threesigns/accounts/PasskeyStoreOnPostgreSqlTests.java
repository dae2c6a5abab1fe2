package org.threesigns.accounts;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class PasskeyStoreOnPostgreSqlTests extends PasskeyStoreTests {}
