package org.threesigns.durability;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threesigns.respondent.Respondent;

/** Results that a site has held since the first version of its tables, and what became of them. */
record OldResults(List<OldResult> all) {

    static final LocalDate OLD = LocalDate.of(2020, 3, 14);

    private static final int QUESTIONS = 27;
    private static final int OPTIONS = 5;
    private static final int READ_BACK = 20;
    private static final String INSERT =
            "insert into assessment values (?, ?, 'three-signs', 1, ?, ?, ?, false, 'current', false)";
    private static final Map<Engine, String> KEY = Map.of(
            Engine.H2, "cast(substring(token_hash from 1 for 16) as uuid)",
            Engine.POSTGRESQL, "cast(encode(substring(token_hash from 1 for 16), 'hex') as uuid)");

    /** What a table lacks, and what it has beyond these results. */
    record Difference(int lost, int doubled) {}

    record OldResult(String token, String language, LocalDate day, String answers) {

        private UUID key() {
            var bytes = ByteBuffer.wrap(sha256());
            return new UUID(bytes.getLong(), bytes.getLong());
        }

        private byte[] sha256() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Every other one is of today, the rest is old. */
    static OldResults some(int many) {
        return some(many, OLD);
    }

    /** Every other one is of today, the rest of another day and in another language, so that no batch has both. */
    static OldResults some(int many, LocalDate old) {
        var random = new Random(24);
        return new OldResults(Stream.iterate(0, number -> number + 1)
                .limit(many)
                .map(number -> new OldResult(
                        "%024d".formatted(number),
                        number % 2 == 0 ? "en" : "es",
                        number % 2 == 0 ? LocalDate.now(ZoneOffset.UTC) : old,
                        answers(random)))
                .toList());
    }

    private static String answers(Random random) {
        return random.ints(QUESTIONS, 0, OPTIONS).mapToObj(Integer::toString).collect(joining());
    }

    OldResults only(Predicate<OldResult> which) {
        return new OldResults(all.stream().filter(which).toList());
    }

    int size() {
        return all.size();
    }

    /**
     * Stores them in the tables of the first version, and brings these to another.
     *
     * @param version or "latest"
     */
    void storeIn(Site site, String version) {
        migrate(site, "1");
        site.jdbc()
                .batchUpdate(
                        INSERT,
                        all.stream()
                                .map(each -> new Object[] {
                                    UUID.randomUUID(), each.sha256(), each.language(), each.day(), each.answers()
                                })
                                .toList());
        migrate(site, version);
    }

    private static void migrate(Site site, String version) {
        ((Logger) LoggerFactory.getLogger("org.flywaydb"))
                .setLevel(Level.ERROR); // each step would be a line among the rows
        Flyway.configure()
                .dataSource(site.url(), site.user(), "")
                .placeholders(Map.of("key-from-token-hash", KEY.get(site.engine())))
                .target(version)
                .load()
                .migrate();
    }

    /** Fails unless the site shows some of them. */
    void requireShownBy(Respondent respondent) throws IOException {
        for (OldResult each : all.subList(0, READ_BACK)) {
            if (respondent.answersAt("/en/result/" + each.token()).isEmpty()) {
                throw new AssertionError("not shown: " + each);
            }
        }
    }

    /** Compares all of them with the table of today. */
    Difference differenceTo(JdbcTemplate database) {
        Map<UUID, String> stored = new HashMap<>();
        database.query("select id, responses from assessment", row -> {
            stored.put(row.getObject("id", UUID.class), row.getString("responses"));
        });
        int same = (int) all.stream()
                .filter(each -> each.answers().equals(stored.get(each.key())))
                .count();
        return new Difference(size() - same, stored.size() - same);
    }
}
