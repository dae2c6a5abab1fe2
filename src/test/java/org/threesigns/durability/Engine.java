package org.threesigns.durability;

/** What a site stores its results in. */
enum Engine {
    H2("H2"),
    POSTGRESQL("PostgreSQL");

    private final String label;

    Engine(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
