package org.threesigns.operations;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class ResponseImportOnPostgreSqlTests extends ResponseImportTests {}
