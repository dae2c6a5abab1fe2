package org.threesigns.rendering;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * {@code story.reasons}: a name, and what is read from the value that has it.
 *
 * @param first the name
 * @param last under which name a template sees what is read
 */
record ValuePath(String first, String last, Optional<Expression> rest) {

    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\.((?:\\w+\\.)*(\\w+)))?");
    private static final SpelExpressionParser PARSER = new SpelExpressionParser();
    private static final EvaluationContext READ_ONLY =
            SimpleEvaluationContext.forReadOnlyDataBinding().build();

    static ValuePath parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TemplateProcessingException("Write names with dots between them, not: " + text);
        }
        @Nullable String rest = parts.group(2);
        return rest == null
                ? new ValuePath(text, text, Optional.empty())
                : new ValuePath(parts.group(1), parts.group(3), Optional.of(PARSER.parseRaw(rest)));
    }

    /** What is there; null where nothing has the name, or nothing is read. */
    @Nullable
    Object in(Scope scope) {
        @Nullable Object value = scope.value(first);
        return value == null || rest.isEmpty() ? value : rest.get().getValue(READ_ONLY, value);
    }
}
