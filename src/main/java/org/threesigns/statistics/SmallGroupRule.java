package org.threesigns.statistics;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which groups are too small to be shown. A group may be shown only if it, and the rest of the whole without it, have
 * at least ten members or none. Otherwise a few people could be found in it, or by subtracting it from the whole.
 */
public final class SmallGroupRule {

    /** The fewest respondents that a group needs. */
    public static final int FEWEST = 10;

    private SmallGroupRule() {}

    /**
     * Whether a group may be shown beside the whole that it is part of.
     *
     * @param whole the whole, which is shown as well
     */
    public static boolean isShown(long group, long whole) {
        long rest = whole - group;
        return group >= FEWEST && (rest == 0 || rest >= FEWEST);
    }

    /**
     * Which parts of a whole may be shown side by side, when the whole is shown as well. Those below ten are hidden. If
     * together they are still below ten, the smallest of the others is hidden with them, so that no subtraction reveals
     * them.
     *
     * @param parts the size of each part; an empty one looks like a hidden one
     */
    public static <K> Set<K> shown(Map<K, Long> parts) {
        Map<K, Long> visible = new LinkedHashMap<>(parts);
        visible.values().removeIf(size -> size < FEWEST);
        long hidden = sum(parts) - sum(visible);
        while (hidden > 0 && hidden < FEWEST && !visible.isEmpty()) {
            K smallest = smallest(visible);
            hidden += parts.getOrDefault(smallest, 0L);
            visible.remove(smallest);
        }
        return new LinkedHashSet<>(visible.keySet());
    }

    private static <K> K smallest(Map<K, Long> parts) {
        return parts.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static long sum(Map<?, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
