package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.threesigns.respondent.Respondent;
import org.threesigns.respondent.Respondent.Form;

/** What the server has acknowledged to its respondents, and what it has left them in doubt about. */
final class Ledger {

    private static final int DELETED = 409;

    private final Map<String, Form> results = new ConcurrentHashMap<>();
    private final Map<String, Form> deleted = new ConcurrentHashMap<>();
    private final Map<String, Form> deletionsInDoubt = new ConcurrentHashMap<>();
    private final Queue<Form> formsInDoubt = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger refusedInWords = new AtomicInteger();

    /** Sends a form; returns what the server answered where that is no acknowledgement. */
    Optional<HttpResponse<String>> send(Respondent respondent, Form form) throws IOException {
        formsInDoubt.add(form);
        var answer = respondent.post(Respondent.QUESTIONNAIRE, form.fields());
        var result = Respondent.resultOf(answer);
        result.ifPresentOrElse(address -> acknowledge(form, address), () -> refuse(form, answer));
        return result.isPresent() ? Optional.empty() : Optional.of(answer);
    }

    private void refuse(Form form, HttpResponse<String> answer) {
        refused.incrementAndGet();
        if (answer.body().contains("Your answers were not saved")
                && Respondent.chosenOn(answer.body()).equals(form.answers())) {
            refusedInWords.incrementAndGet();
        }
    }

    void acknowledge(Form form, String result) {
        results.put(result, form);
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
        var form = results.remove(result);
        if (form == null) {
            return; // another thread was first
        }
        deletionsInDoubt.put(result, form);
        if (respondent.delete(result)) {
            deletionsInDoubt.remove(result);
            deleted.put(result, form);
        }
    }

    /** Sends the form of a deleted result once more, as the Back button does; it must not bring the result back. */
    void sendADeletedOne(Respondent respondent, RandomGenerator random) throws IOException {
        List<Form> all = List.copyOf(deleted.values());
        if (!all.isEmpty()) {
            var answer = respondent.post(
                    Respondent.QUESTIONNAIRE,
                    all.get(random.nextInt(all.size())).fields());
            assertThat(answer.statusCode()).as("a deleted result, sent again").isIn(DELETED, 503);
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

    /** How many acknowledged results have not been deleted since. */
    int kept() {
        return results.size();
    }

    /** The results of now, whatever is added to this ledger later. */
    Ledger copy() {
        var copy = new Ledger();
        copy.results.putAll(results);
        return copy;
    }

    /** Forgets the results that are not in a later ledger, because somebody deleted them or is about to. */
    void forgetAllBut(Ledger later) {
        results.keySet().retainAll(later.results.keySet());
    }

    int refused() {
        return refused.get();
    }

    /** How many of the refused got their form back with every answer on it, and were told that it was not saved. */
    int refusedInWords() {
        return refusedInWords.get();
    }

    /** How many acknowledged results the server does not have, or not with their answers. */
    int lost(Respondent respondent) throws IOException {
        int lost = 0;
        for (var result : results.entrySet()) {
            if (!respondent
                    .answersAt(result.getKey())
                    .equals(Optional.of(result.getValue().answers()))) {
                lost++;
            }
        }
        return lost;
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
                assertThat(stored).contains(doubt.getValue().answers());
                assertThat(respondent.delete(doubt.getKey())).isTrue();
            }
            deletionsInDoubt.remove(doubt.getKey());
            deleted.put(doubt.getKey(), doubt.getValue());
        }
    }

    /** Asks the server for every result that is in this ledger, and sends the forms of the deleted ones once more. */
    void check(Respondent respondent) throws IOException {
        for (var result : results.entrySet()) {
            assertThat(respondent.answersAt(result.getKey()))
                    .as("acknowledged %s", result.getKey())
                    .contains(result.getValue().answers());
        }
        for (var gone : deleted.entrySet()) {
            var answer =
                    respondent.post(Respondent.QUESTIONNAIRE, gone.getValue().fields());
            assertThat(answer.statusCode())
                    .as("deleted %s, sent again", gone.getKey())
                    .isEqualTo(DELETED);
            assertThat(respondent.answersAt(gone.getKey()))
                    .as("deleted %s", gone.getKey())
                    .isEmpty();
        }
    }
}
