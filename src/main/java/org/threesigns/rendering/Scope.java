package org.threesigns.rendering;

import org.jspecify.annotations.Nullable;

/** What can be referred to by name at one place of a page. */
@FunctionalInterface
interface Scope {

    /** What has this name; null where nothing has. */
    @Nullable
    Object value(String name);

    /** The same, where this name means this value. */
    default Scope with(String name, Object value) {
        return asked -> asked.equals(name) ? value : value(asked);
    }
}
