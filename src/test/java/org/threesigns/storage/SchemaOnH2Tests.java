package org.threesigns.storage;

import org.threesigns.database.OnH2;

@OnH2
class SchemaOnH2Tests extends SchemaTests {

    @Override
    String bytes(String hex) {
        return "x'" + hex + "'";
    }

    @Override
    boolean embedded() {
        return true;
    }
}
