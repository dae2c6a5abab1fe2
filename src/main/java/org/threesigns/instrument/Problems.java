package org.threesigns.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collects what is wrong with content. Parts that do not depend on each other are all read before the first problem is
 * thrown, so that an author hears of all of them at once: it carries the others as suppressed exceptions.
 *
 * <p>A part that depends on another asks for its value by the supplier of {@link #read}. Where the other is broken, that throws
 * the same exception again, which counts once.
 */
public final class Problems {

    private final Set<BrokenContentException> found = new LinkedHashSet<>();

    /** Reads a part now. The supplier returns its value or throws its problem again. */
    public <T> Supplier<T> read(Supplier<T> part) {
        try {
            T value = part.get();
            return () -> value;
        } catch (BrokenContentException problem) {
            found.add(problem);
            return () -> {
                throw problem;
            };
        }
    }

    /** Checks a part whose value nobody asks for. */
    public void check(Runnable part) {
        try {
            part.run();
        } catch (BrokenContentException problem) {
            found.add(problem);
        }
    }

    /** Everything that was found, each once. */
    List<BrokenContentException> all() {
        return first().map(BrokenContentException::all).orElse(List.of());
    }

    /** Throws what was found, if anything was. */
    public void throwIfAny() {
        first().ifPresent(problem -> {
            throw problem;
        });
    }

    private Optional<BrokenContentException> first() {
        return found.stream().findFirst().map(first -> {
            found.stream().skip(1).forEach(first::addSuppressed);
            return first;
        });
    }

    /** Reads all of these, which do not depend on each other. */
    public static <S, T> List<T> readEach(Collection<S> parts, Function<S, T> read) {
        var values = new ArrayList<T>();
        checkEach(parts, part -> values.add(read.apply(part)));
        return List.copyOf(values);
    }

    /** Checks all of these, which do not depend on each other. */
    public static <S> void checkEach(Collection<S> parts, Consumer<S> check) {
        var problems = new Problems();
        parts.forEach(part -> problems.check(() -> check.accept(part)));
        problems.throwIfAny();
    }
}
