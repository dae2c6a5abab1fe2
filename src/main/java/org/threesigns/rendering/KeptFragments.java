package org.threesigns.rendering;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
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

    private final Map<Place, Map<Object, Fragment>> kept = new ConcurrentHashMap<>();
    private final AtomicInteger bytes = new AtomicInteger();
    private final int most;

    /** @param most how many bytes are kept; before there are more, all are dropped */
    KeptFragments(int most) {
        this.most = most;
    }

    /** Where a fragment is, in which language, with addresses that begin with what. */
    private record Place(String template, String fragment, Locale language, String prefix) {}

    /**
     * Writes a page.
     *
     * @param template the whole of it is kept
     * @param seen all that it sees outside its holes, by name
     * @param scope what its holes can refer to
     */
    void write(
            String template, Map<String, Object> seen, Scope scope, Rendering rendering, ByteArrayOutputStream page) {
        Map<Object, Fragment> known = known(template, "", rendering);
        Fragment whole = known.get(seen);
        if (whole == null) {
            whole = keep(known, seen, template, Set.of(), seen, rendering);
        }
        write(whole, scope, rendering, page);
    }

    /** Writes what stands in the place of an element. */
    void write(KeptElement element, Scope scope, Rendering rendering, ByteArrayOutputStream page) {
        write(hole(element, rendering), scope, rendering, page);
    }

    private void write(Fragment fragment, Scope scope, Rendering rendering, ByteArrayOutputStream page) {
        for (Piece piece : fragment.pieces()) {
            if (piece instanceof Text text) {
                text.writeTo(page);
            } else if (piece instanceof Hole hole) {
                write(hole, scope, rendering, page);
            } else {
                page.writeBytes(KeptElement.gapIn(scope));
            }
        }
    }

    private void write(Hole hole, Scope scope, Rendering rendering, ByteArrayOutputStream page) {
        KeptElement element = hole.element();
        for (Object value : element.valuesIn(scope)) {
            Scope inside = element.inside(scope, value);
            Object seen = element.seenIn(inside);
            Fragment fragment = hole.known().get(seen);
            if (fragment == null) {
                fragment = keep(
                        hole.known(),
                        seen,
                        element.template(),
                        Set.of(element.fragment()),
                        element.named(seen),
                        rendering);
            }
            write(fragment, inside, rendering, page);
            page.write('\n');
        }
    }

    private Fragment keep(
            Map<Object, Fragment> known,
            Object seen,
            String template,
            Set<String> parts,
            Map<String, Object> variables,
            Rendering rendering) {
        var holes = new ArrayList<KeptElement>();
        String text = rendering.render(template, parts, variables, holes);
        List<Hole> filled =
                holes.stream().map(element -> hole(element, rendering)).toList();
        Fragment fragment = Fragment.of(text, filled::get);
        if (bytes.addAndGet(fragment.bytes()) > most) {
            kept.clear(); // what is asked for will soon be back
            bytes.set(fragment.bytes());
        }
        known.put(seen, fragment);
        return fragment;
    }

    private Hole hole(KeptElement element, Rendering rendering) {
        return new Hole(element, known(element.template(), element.fragment(), rendering));
    }

    private Map<Object, Fragment> known(String template, String fragment, Rendering rendering) {
        var place = new Place(template, fragment, rendering.language(), rendering.prefix());
        Map<Object, Fragment> known = kept.get(place);
        return known == null ? kept.computeIfAbsent(place, first -> new ConcurrentHashMap<>()) : known;
    }
}
