package org.threesigns.security;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class PasskeyStoreOnPostgreSqlTests extends PasskeyStoreTests {}
