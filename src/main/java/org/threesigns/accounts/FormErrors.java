package org.threesigns.accounts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that was sent: at most one message for each field, in the order of the fields. */
class FormErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    static FormErrors of(FormProblem problem) {
        return of(List.of(problem));
    }

    static FormErrors of(Collection<? extends FormProblem> problems) {
        FormErrors errors = new FormErrors();
        problems.forEach(problem -> errors.add(problem.field(), problem.message()));
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
}
