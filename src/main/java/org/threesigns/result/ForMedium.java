package org.threesigns.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Content and the medium it is for: screen, paper or both.
 *
 * @param kind a class that keeps it to the screen or to paper; empty where it stands on both
 */
record ForMedium<T>(Optional<String> kind, T words) {

    static <T> List<ForMedium<T>> of(Optional<T> screen, Optional<T> paper) {
        return screen.equals(paper)
                ? as(Optional.empty(), screen).toList()
                : Stream.concat(as(Optional.of("no-print"), screen), as(Optional.of("on-paper"), paper))
                        .toList();
    }

    /** The same for lists; an empty one stands nowhere. */
    static <E> List<ForMedium<List<E>>> of(List<E> screen, List<E> paper) {
        return of(notEmpty(screen), notEmpty(paper));
    }

    private static <E> Optional<List<E>> notEmpty(List<E> list) {
        return Optional.of(list).filter(some -> !some.isEmpty());
    }

    private static <T> Stream<ForMedium<T>> as(Optional<String> kind, Optional<T> words) {
        return words.stream().map(some -> new ForMedium<>(kind, some));
    }
}
