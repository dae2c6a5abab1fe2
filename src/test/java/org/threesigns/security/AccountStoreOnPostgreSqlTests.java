package org.threesigns.security;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class AccountStoreOnPostgreSqlTests extends AccountStoreTests {}
