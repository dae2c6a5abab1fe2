package org.threesigns.assessment;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class SchemaOnPostgreSqlTests extends SchemaTests {

    @Override
    String bytes(String hex) {
        return "bytea '\\\\x" + hex + "'";
    }
}
