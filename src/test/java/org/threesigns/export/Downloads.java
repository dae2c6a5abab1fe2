package org.threesigns.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What people with an account download of the results of sim24, and what the audit log says of it. */
final class Downloads {

    private final MockMvcTester mvc;
    private final JdbcClient jdbc;

    Downloads(MockMvcTester mvc, JdbcClient jdbc) {
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    /** @param query more of the address, such as {@code &language=es} */
    MvcTestResult get(String path, String query, String role) {
        return mvc.get()
                .uri(path + "?instrument=sim24" + query)
                .with(user("ada").roles(role))
                .exchange();
    }

    /** What an administrator gets. */
    String text(String path, String query) {
        return text(get(path, query, "ADMINISTRATOR"));
    }

    static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    /** What the audit log says of downloads, the earliest first. */
    List<String> written() {
        return jdbc.sql("select detail from audit_event where event = 'exported' order by id")
                .query(String.class)
                .list();
    }

    void forgetWritten() {
        jdbc.sql("delete from audit_event").update();
    }
}
