package org.threesigns.accounts;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class AccountStoreOnPostgreSqlTests extends AccountStoreTests {}
