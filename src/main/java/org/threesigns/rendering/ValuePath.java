package org.threesigns.rendering;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * {@code story.reasons}: a name, and what is read from the value that has it by a method of that name without arguments,
 * such as records have. A page reads some fifty of them, so it is not an expression of Spring's, which could do more and
 * takes three times as long.
 *
 * @param first the name
 */
record ValuePath(String first, List<String> rest) {

    private static final Pattern FORM = Pattern.compile("\\w+(?:\\.\\w+)*");

    private static final ClassValue<Map<String, Method>> READERS = new ClassValue<>() {

        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    static ValuePath parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TemplateProcessingException("Write names with dots between them, not: " + text);
        }
        List<String> names = List.of(text.split("\\."));
        return new ValuePath(names.get(0), names.subList(1, names.size()));
    }

    /** Under which name a template sees what is read. */
    String last() {
        return rest.isEmpty() ? first : rest.get(rest.size() - 1);
    }

    /** What is there; null where nothing has the name. */
    @Nullable
    Object in(Scope scope) {
        @Nullable Object value = scope.value(first);
        for (String name : rest) {
            value = value == null ? null : read(value, name);
        }
        return value;
    }

    private static @Nullable Object read(Object value, String name) {
        Map<String, Method> readers = READERS.get(value.getClass());
        Method known = readers.get(name);
        return ReflectionUtils.invokeMethod(
                known == null ? readers.computeIfAbsent(name, key -> reader(value.getClass(), key)) : known, value);
    }

    private static Method reader(Class<?> type, String name) {
        @Nullable Method reader = ReflectionUtils.findMethod(type, name);
        if (reader == null) {
            throw new TemplateProcessingException("%s has no %s()".formatted(type.getSimpleName(), name));
        }
        ReflectionUtils.makeAccessible(reader);
        return reader;
    }
}
