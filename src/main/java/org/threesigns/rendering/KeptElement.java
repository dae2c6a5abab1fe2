package org.threesigns.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
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

/**
 * An element in the place of which a kept fragment stands, once for each of some values.
 *
 * @param seen what of the value the fragment sees; empty where it is the same for all
 * @param gap what goes into its gap
 */
record KeptElement(
        ValuePath values, String template, String fragment, Optional<ValuePath> seen, Optional<ValuePath> gap) {

    static final String PREFIX = "kept";
    static final String EACH = "each";

    /** Under which name a fragment sees what will be in its gap. */
    static final String GAP = "gap";

    private static final Object NOTHING = "nothing";

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
    Collection<?> valuesIn(Scope scope) {
        @Nullable Object found = values.in(scope);
        if (found instanceof Collection<?> several) {
            return several;
        }
        if (found instanceof Optional<?> one) {
            return one.isPresent() ? List.of(one.get()) : List.of();
        }
        return found == null || found.equals(false) ? List.of() : List.of(found);
    }

    /** What holes and gaps in the fragment refer to for one of the values. */
    Scope inside(Scope around, Object value) {
        Scope inside = seen.isPresent() ? around.with(seen.get().first(), value) : around;
        return gap.isPresent() ? inside.with(GAP, read(gap.get(), inside)) : inside;
    }

    /** What the fragment sees there: besides this, nothing of the page. */
    Object seenIn(Scope inside) {
        return seen.isPresent() ? read(seen.get(), inside) : NOTHING;
    }

    /** The same under its name. */
    Map<String, Object> named(Object value) {
        return seen.map(path -> Map.of(path.last(), value)).orElse(Map.of());
    }

    private Object read(ValuePath path, Scope scope) {
        return Objects.requireNonNull(path.in(scope), () -> template + " :: " + fragment + " lacks " + path);
    }

    /** What stands in a gap, escaped for text and attributes. */
    static byte[] gapIn(Scope inside) {
        return HtmlUtils.htmlEscape(String.valueOf(inside.value(GAP)), UTF_8.name())
                .getBytes(UTF_8);
    }
}
