package org.threesigns.rendering;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.threesigns.rendering.Fragment.Hole;
import org.threesigns.rendering.Fragment.Piece;
import org.threesigns.rendering.Fragment.Text;

/** Fragments that were rendered once, for what they see and a language, and the pages that are put together from them. */
final class KeptFragments {

    private final Map<Kept, Fragment> kept = new ConcurrentHashMap<>();
    private final AtomicInteger bytes = new AtomicInteger();
    private final int most;

    /** @param most how many bytes are kept; before there are more, all are dropped */
    KeptFragments(int most) {
        this.most = most;
    }

    private record Kept(String place, Locale language, String prefix, Map<String, Object> seen) {}

    /** Writes what stands in the place of an element. */
    void write(KeptElement element, Scope scope, Rendering rendering, ByteArrayOutputStream page) {
        for (Object value : element.valuesIn(scope)) {
            Scope inside = element.inside(scope, value);
            Map<String, Object> seen = element.seenIn(inside);
            write(
                    fragment(element.place(), element.template(), Set.of(element.fragment()), seen, rendering),
                    inside,
                    rendering,
                    page);
            page.write('\n');
        }
    }

    /**
     * Writes a page.
     *
     * @param template the whole of it is kept
     * @param seen all that it sees outside its holes, by name
     * @param scope what its holes can refer to
     */
    void write(
            String template, Map<String, Object> seen, Scope scope, Rendering rendering, ByteArrayOutputStream page) {
        write(fragment(template, template, Set.of(), seen, rendering), scope, rendering, page);
    }

    private void write(Fragment fragment, Scope scope, Rendering rendering, ByteArrayOutputStream page) {
        for (Piece piece : fragment.pieces()) {
            if (piece instanceof Text text) {
                text.writeTo(page);
            } else if (piece instanceof Hole hole) {
                write(hole.element(), scope, rendering, page);
            } else {
                page.writeBytes(KeptElement.gapIn(scope));
            }
        }
    }

    private Fragment fragment(
            String place, String template, Set<String> parts, Map<String, Object> seen, Rendering rendering) {
        var key = new Kept(place, rendering.language(), rendering.prefix(), seen);
        Fragment known = kept.get(key);
        if (known != null) {
            return known;
        }
        Fragment rendered = rendering.render(template, parts, seen);
        if (bytes.addAndGet(rendered.bytes()) > most) {
            kept.clear(); // what is asked for will soon be back
            bytes.set(rendered.bytes());
        }
        kept.put(key, rendered);
        return rendered;
    }
}
