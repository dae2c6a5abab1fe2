package org.threesigns.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.util.EvaluationUtils;

/**
 * An element in the place of which a kept fragment stands, once for each of some values.
 *
 * @param place the fragment, as {@code kept:as} says it
 * @param seen what of the value the fragment sees; empty where it is the same for all
 * @param gap what goes into its gap
 */
record KeptElement(
        ValuePath values,
        String place,
        String template,
        String fragment,
        Optional<ValuePath> seen,
        Optional<ValuePath> gap) {

    static final String PREFIX = "kept";
    static final String EACH = "each";

    /** Under which name a fragment sees what will be in its gap. */
    static final String GAP = "gap";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(.*)}");
    private static final Pattern PLACE = Pattern.compile("(\\S+) :: (\\w+)\\((.*)\\)");

    static KeptElement parse(IProcessableElementTag element) {
        String place = Objects.requireNonNull(element.getAttributeValue(PREFIX, "as"), "kept:as is missing");
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw new TemplateProcessingException("Write kept:as=\"template :: fragment(name)\", not: " + place);
        }
        String seen = parts.group(3);
        @Nullable String gap = element.getAttributeValue(PREFIX, GAP);
        return new KeptElement(
                expression(element.getAttributeValue(PREFIX, EACH)),
                place,
                parts.group(1),
                parts.group(2),
                seen.isEmpty() ? Optional.empty() : Optional.of(ValuePath.parse(seen)),
                Optional.ofNullable(gap).map(KeptElement::expression));
    }

    private static ValuePath expression(String text) {
        Matcher path = EXPRESSION.matcher(text);
        if (!path.matches()) {
            throw new TemplateProcessingException("Write ${name.name}, not: " + text);
        }
        return ValuePath.parse(path.group(1));
    }

    /** What it is repeated for. What is true counts as one value, what is false as none. */
    List<?> valuesIn(Scope scope) {
        @Nullable Object found = values.in(scope);
        if (found instanceof Optional<?> one) {
            return one.stream().toList();
        }
        return Boolean.FALSE.equals(found) ? List.of() : EvaluationUtils.evaluateAsList(found);
    }

    /** What holes and gaps in the fragment refer to for one of the values. */
    Scope inside(Scope around, Object value) {
        Scope inside = seen.map(path -> around.with(path.first(), value)).orElse(around);
        return gap.map(path -> inside.with(GAP, Objects.requireNonNull(path.in(inside), place)))
                .orElse(inside);
    }

    /** What stands in a gap, escaped for text and attributes. */
    static byte[] gapIn(Scope inside) {
        return HtmlUtils.htmlEscape(String.valueOf(inside.value(GAP)), UTF_8.name())
                .getBytes(UTF_8);
    }

    /** What the fragment sees there: besides this, nothing of the page. */
    Map<String, Object> seenIn(Scope inside) {
        return seen.map(path -> Map.of(path.last(), Objects.requireNonNull(path.in(inside), place)))
                .orElse(Map.of());
    }
}
