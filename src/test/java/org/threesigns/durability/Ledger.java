package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.threesigns.respondent.Respondent;
import org.threesigns.respondent.Respondent.Form;

/** What the server has acknowledged to its respondents, and what it has left them in doubt about. */
final class Ledger {

    private final Map<String, Map<String, String>> results = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, String>> deletionsInDoubt = new ConcurrentHashMap<>();
    private final Queue<Form> formsInDoubt = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();

    /** Sends a form; returns what the server answered where that is no acknowledgement. */
    Optional<HttpResponse<String>> send(Respondent respondent, Form form) throws IOException {
        formsInDoubt.add(form);
        var answer = respondent.post(Respondent.QUESTIONNAIRE, form.fields());
        var result = Respondent.resultOf(answer);
        result.ifPresent(address -> acknowledge(form, address));
        return result.isPresent() ? Optional.empty() : Optional.of(answer);
    }

    private void acknowledge(Form form, String result) {
        results.put(result, form.answers());
        acknowledged.incrementAndGet();
        formsInDoubt.remove(form);
    }

    /** Deletes one of the results, if there is one. */
    void deleteOne(Respondent respondent, RandomGenerator random) throws IOException {
        List<String> all = List.copyOf(results.keySet());
        if (all.isEmpty()) {
            return;
        }
        String result = all.get(random.nextInt(all.size()));
        var answers = results.remove(result);
        if (answers == null) {
            return; // another thread was first
        }
        deletionsInDoubt.put(result, answers);
        if (respondent.delete(result)) {
            deletionsInDoubt.remove(result);
            deleted.add(result);
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** How many of the acknowledged were in doubt first. */
    int sentAgain() {
        return sentAgain.get();
    }

    int deleted() {
        return deleted.size();
    }

    /** Does again whatever is in doubt, as people do; this time it must be acknowledged. */
    void settle(Respondent respondent) throws IOException {
        for (Form form : List.copyOf(formsInDoubt)) {
            String result = respondent.send(form).orElseThrow();
            acknowledge(form, result);
            sentAgain.incrementAndGet();
        }
        for (var doubt : List.copyOf(deletionsInDoubt.entrySet())) {
            var stored = respondent.answersAt(doubt.getKey());
            if (stored.isPresent()) {
                assertThat(stored).contains(doubt.getValue());
                assertThat(respondent.delete(doubt.getKey())).isTrue();
            }
            deletionsInDoubt.remove(doubt.getKey());
            deleted.add(doubt.getKey());
        }
    }

    /** Asks the server for every result that is in this ledger. */
    void check(Respondent respondent) throws IOException {
        for (var result : results.entrySet()) {
            assertThat(respondent.answersAt(result.getKey()))
                    .as("acknowledged %s", result.getKey())
                    .contains(result.getValue());
        }
        for (String result : deleted) {
            assertThat(respondent.answersAt(result)).as("deleted %s", result).isEmpty();
        }
    }
}
