package org.threesigns.storage;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least that a sitting can cost with Spring MVC: a page that is a constant, a row that is committed before the answer,
 * and another constant. It checks, scores and explains nothing.
 */
@SpringBootApplication
@RestController
public class BareApplication {

    private final byte[] form;
    private final byte[] result;
    private final JdbcClient jdbc;
    private final Runnable disk;

    /**
     * @param form a file with the page that asks, as the application sent it once
     * @param result a file with the page that explains
     */
    BareApplication(
            @Value("${form}") Path form, @Value("${result}") Path result, JdbcClient jdbc, DataSource dataSource)
            throws IOException, MetaDataAccessException {
        this.form = Files.readAllBytes(form);
        this.result = Files.readAllBytes(result);
        this.jdbc = jdbc;
        var engine = new DatabaseEngine(dataSource);
        this.disk = engine.embedded() ? new FsyncCoalescer(engine::sync)::await : () -> {};
        jdbc.sql("create table if not exists answer (id uuid primary key, responses varchar(120) not null)")
                .update();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    @GetMapping("/{language}/check/{instrument}")
    ResponseEntity<byte[]> ask() {
        return html(form);
    }

    @PostMapping("/{language}/check/{instrument}")
    ResponseEntity<Void> store(@PathVariable("language") String language, @RequestParam Map<String, String> fields) {
        UUID id = UUID.randomUUID();
        String responses = fields.entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_"))
                .map(field -> field.getValue().substring(0, 1))
                .collect(joining());
        jdbc.sql("insert into answer (id, responses) values (?, ?)")
                .params(id, responses)
                .update();
        disk.run();
        return ResponseEntity.status(303)
                .location(URI.create("/" + language + "/result/" + id))
                .build();
    }

    @GetMapping("/{language}/result/{id}")
    ResponseEntity<byte[]> explain(@PathVariable("id") UUID id) {
        return html(result);
    }

    private static ResponseEntity<byte[]> html(byte[] content) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(content);
    }
}
