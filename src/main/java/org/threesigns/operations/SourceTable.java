package org.threesigns.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of the embedded file, as H2's information schema describes it.
 *
 * @param keys the columns of its primary key
 * @param identity the column that numbers its rows, if there is one
 * @param parents the tables that its rows refer to
 */
record SourceTable(
        String name, List<String> columns, List<String> keys, Optional<String> identity, Set<String> parents) {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'PUBLIC' and table_name <> 'flyway_schema_history'""";

    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema = 'PUBLIC' and table_name = ? order by ordinal_position""";

    private static final String IDENTITY = """
            select column_name from information_schema.columns
            where table_schema = 'PUBLIC' and table_name = ? and is_identity = 'YES'""";

    private static final String KEYS = """
            select k.column_name from information_schema.key_column_usage k
            join information_schema.table_constraints c on c.constraint_name = k.constraint_name
                and c.constraint_schema = k.constraint_schema
            where k.table_schema = 'PUBLIC' and k.table_name = ? and c.constraint_type = 'PRIMARY KEY'
            order by k.ordinal_position""";

    private static final String PARENTS = """
            select p.table_name from information_schema.referential_constraints r
            join information_schema.table_constraints c on c.constraint_name = r.constraint_name
                and c.constraint_schema = r.constraint_schema
            join information_schema.table_constraints p on p.constraint_name = r.unique_constraint_name
                and p.constraint_schema = r.unique_constraint_schema
            where c.table_schema = 'PUBLIC' and c.table_name = ?""";

    /** All tables except the one of the migrations, each after the tables that it refers to. */
    static List<SourceTable> parentsFirst(JdbcTemplate database) {
        List<SourceTable> waiting = database.queryForList(TABLES, String.class).stream()
                .sorted()
                .map(name -> read(database, name))
                .collect(Collectors.toCollection(ArrayList::new));
        List<SourceTable> sorted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> there = sorted.stream().map(SourceTable::name).collect(Collectors.toSet());
            List<SourceTable> next = waiting.stream()
                    .filter(table -> there.containsAll(table.parents()))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a cycle: " + waiting);
            }
            sorted.addAll(next);
            waiting.removeAll(next);
        }
        return sorted;
    }

    private static SourceTable read(JdbcTemplate database, String name) {
        return new SourceTable(
                lower(name),
                list(database, COLUMNS, name),
                list(database, KEYS, name),
                list(database, IDENTITY, name).stream().findFirst(),
                Set.copyOf(list(database, PARENTS, name)));
    }

    private static List<String> list(JdbcTemplate database, String sql, String table) {
        return database.queryForList(sql, String.class, table).stream()
                .map(SourceTable::lower)
                .distinct()
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String selectOrderedByKeys() {
        return "select %s from %s order by %s".formatted(String.join(", ", columns), name, String.join(", ", keys));
    }
}
