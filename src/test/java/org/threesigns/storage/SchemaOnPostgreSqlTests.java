package org.threesigns.storage;

import org.threesigns.database.OnPostgreSql;

@OnPostgreSql
class SchemaOnPostgreSqlTests extends SchemaTests {

    @Override
    String bytes(String hex) {
        return "bytea '\\\\x" + hex + "'";
    }

    @Override
    boolean embedded() {
        return false;
    }
}
