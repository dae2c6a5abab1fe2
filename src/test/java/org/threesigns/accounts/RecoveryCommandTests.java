package org.threesigns.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threesigns.database.FreshH2File;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.operations.RecoveryCommand;

/** The command with which a host lets somebody back in. */
class RecoveryCommandTests {

    private static final Pattern ADDRESS = Pattern.compile("/admin/new-password/([A-Z0-9-]{23})\\R");

    @ParameterizedTest
    @MethodSource("databases")
    void saysWhereAnotherPasswordIsChosenAndEndsWhatWasBefore(String url, String user, String profile) {
        String[] command = command(url, user, profile, "ada");
        assertThat(run(command).words()).contains("There is no account in this database", "nothing was changed");
        JdbcClient database = database(url, user);
        UUID ada = add(database, "ada");

        Outcome outcome = run(command);

        assertThat(outcome.code()).isZero();
        Matcher address = ADDRESS.matcher(outcome.words());
        assertThat(address.find()).as(outcome.words()).isTrue();
        assertThat(database.sql(
                                "select account_id from account_code where code_hash = ? and ends_at > current_timestamp")
                        .param(AccountCodes.hash(OneTimeCode.typed(address.group(1))))
                        .query(UUID.class)
                        .single())
                .isEqualTo(ada);
        assertThat(database.sql("select password_hash, enabled, role from admin_account where id = ?")
                        .param(ada)
                        .query((row, number) -> row.getString(1) + " " + row.getBoolean(2) + " " + row.getString(3))
                        .single())
                .isEqualTo("null true administrator");
        assertThat(count(database, "admin_session")).isZero();
        assertThat(count(database, "admin_passkey")).isZero();
        assertThat(database.sql("select event, detail from audit_event")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly(
                        "account-recovered ada, which was closed, without its passkeys (1), by a command on the host");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aNameThatNobodyHasChangesNothingAndTheNamesAreSaid(String url, String user, String profile) {
        run(command(url, user, profile, "ada"));
        add(database(url, user), "ada");

        Outcome outcome = run(command(url, user, profile, "Grace!"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.words()).contains("There is no account \"Grace!\"", "There are: ada");
        assertThat(count(database(url, user), "account_code")).isZero();
    }

    @Test
    void theAddressIsBelowThePathThatTheSiteIsBelow() {
        String url = "jdbc:h2:file:" + FreshH2File.folder() + "/three-signs";
        run(command(url, "sa", "default", "ada"));
        add(database(url, "sa"), "ada");

        String[] command = Stream.concat(
                        Stream.of(command(url, "sa", "default", "ada")),
                        Stream.of("--server.servlet.context-path=/trust"))
                .toArray(String[]::new);

        assertThat(run(command).words()).contains(" /trust/admin/new-password/");
    }

    @Test
    void isAskedForByItsOptionAlone() {
        assertThat(RecoveryCommand.isAskedFor(new String[] {"--server.port=0", "--three-signs.recover=ada"}))
                .isTrue();
        assertThat(RecoveryCommand.isAskedFor(new String[] {"--server.port=0"})).isFalse();
    }

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of("jdbc:h2:file:" + FreshH2File.folder() + "/three-signs", "sa", "default"),
                Arguments.of(PostgreSqlServer.freshDatabase(), PostgreSqlServer.USER, "postgresql"));
    }

    private static String[] command(String url, String user, String profile, String name) {
        return new String[] {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--spring.profiles.active=" + profile,
            "--three-signs.recover=" + name
        };
    }

    private static Outcome run(String[] command) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int code = RecoveryCommand.run(command, new PrintStream(words, true, UTF_8));
        return new Outcome(code, words.toString(UTF_8));
    }

    private static JdbcClient database(String url, String user) {
        return JdbcClient.create(new DriverManagerDataSource(url, user, ""));
    }

    private static UUID add(JdbcClient database, String name) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into admin_account values (?, ?, 'a hash', 'administrator', false,
                            timestamp with time zone '2026-11-23 17:00:00+00:00',
                            timestamp with time zone '2026-11-23 17:00:00+00:00')""").params(id, name).update();
        database.sql("insert into admin_session values ('1', '1', 1, 1, 1, 1, ?)")
                .param(id.toString())
                .update();
        database.sql("""
                        insert into admin_passkey
                        values (?, ?, 'lost', ?, ?, ?, 'usb', 1, true, false, false, current_date, null)""")
                .params(UUID.randomUUID(), id, new byte[] {1}, new byte[] {1}, new byte[] {1})
                .update();
        return id;
    }

    private static int count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private record Outcome(int code, String words) {}
}
