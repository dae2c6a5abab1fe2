package org.threesigns.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hears what the store announces, looks at the row at that moment, and refuses when asked to. */
class Listener {

    static class Refusal extends RuntimeException {}

    private final JdbcClient jdbc;
    private final List<Object> heard = new ArrayList<>();
    private final List<String> responsesThen = new ArrayList<>();
    private boolean refusing;

    Listener(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AssessmentReplaced event) {
        hear(event, event.id());
    }

    @EventListener
    void on(AssessmentDeleted event) {
        hear(event, event.id());
    }

    List<Object> heard() {
        return heard;
    }

    List<String> responsesThen() {
        return responsesThen;
    }

    void refuseNext() {
        refusing = true;
    }

    void reset() {
        heard.clear();
        responsesThen.clear();
        refusing = false;
    }

    private synchronized void hear(Object event, UUID id) {
        if (refusing) {
            refusing = false;
            throw new Refusal();
        }
        heard.add(event);
        responsesThen.add(jdbc.sql("select responses from assessment where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }
}
