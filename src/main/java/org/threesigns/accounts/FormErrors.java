package org.threesigns.accounts;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is wrong with a form that was sent: at most one message for each field, in the order of the fields. */
class FormErrors {

    private static final Set<FormProblem> LATER = EnumSet.of(FormProblem.SET_UP_BUSY, FormProblem.TRY_LATER);

    private final Map<String, String> messages = new LinkedHashMap<>();
    private boolean later;

    static FormErrors of(FormProblem problem) {
        return of(List.of(problem));
    }

    static FormErrors of(Collection<FormProblem> problems) {
        FormErrors errors = new FormErrors();
        problems.forEach(problem -> errors.add(problem.field(), problem.message()));
        errors.later = !Collections.disjoint(problems, LATER);
        return errors;
    }

    void add(String field, String message) {
        messages.putIfAbsent(field, message);
    }

    /** The message at a field, or null where nothing is wrong with it. */
    public @Nullable String at(String field) {
        return messages.get(field);
    }

    /** The messages by field, for the summary at the top. */
    public Map<String, String> all() {
        return messages;
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** What the page with these says to machines: whether the same form may succeed later. */
    HttpStatus status() {
        if (isEmpty()) {
            return HttpStatus.OK;
        }
        return later ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
