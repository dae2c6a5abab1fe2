package org.threesigns.assessment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least that a sitting can cost with Spring MVC: a page of a given size, a row that is committed before the answer,
 * and another page of a given size. It checks, scores and explains nothing.
 */
@SpringBootApplication
@RestController
public class BareApplication {

    private final byte[] page;
    private final byte[] result;
    private final JdbcClient jdbc;
    private final Runnable disk;

    /**
     * @param pageBytes the size of the page that asks
     * @param resultBytes the size of the page that explains
     */
    BareApplication(
            @Value("${page-bytes}") int pageBytes,
            @Value("${result-bytes}") int resultBytes,
            JdbcClient jdbc,
            DataSource dataSource)
            throws MetaDataAccessException {
        this.page = constant(pageBytes);
        this.result = constant(resultBytes);
        this.jdbc = jdbc;
        this.disk = "H2".equals(JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName()))
                ? new GroupSync(() -> jdbc.sql("CHECKPOINT SYNC").update())::await
                : () -> {};
        jdbc.sql("create table if not exists answer (id uuid primary key, responses varchar(120) not null)")
                .update();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    @GetMapping("/page")
    ResponseEntity<byte[]> page() {
        return html(page);
    }

    @PostMapping("/answers")
    ResponseEntity<Void> answers(@RequestParam("responses") String responses) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into answer (id, responses) values (?, ?)")
                .params(id, responses)
                .update();
        disk.run();
        return ResponseEntity.status(303).location(URI.create("/result/" + id)).build();
    }

    @GetMapping("/result/{id}")
    ResponseEntity<byte[]> result(@PathVariable("id") UUID id) {
        return html(result);
    }

    private static ResponseEntity<byte[]> html(byte[] content) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(content);
    }

    private static byte[] constant(int bytes) {
        return "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
