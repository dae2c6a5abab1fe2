package org.threesigns.instrument;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.threesigns.startup.StartupException;

/** Content that cannot be used: where, what is wrong, and what to do about it. Startup stops with it. */
public final class BrokenContentException extends StartupException {

    private static final long serialVersionUID = 1L;

    private static final int NO_LINE = 0;

    private final String file;
    private final int line;
    private final String problem;

    /**
     * @param file the file as its author knows it
     * @param line from 1
     * @param problem what is wrong, as a sentence
     * @param remedy what to do about it, as a sentence
     */
    public BrokenContentException(String file, int line, String problem, String remedy) {
        super(where(file, line) + ": " + problem, remedy);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    /**
     * For what is wrong outside of any file's lines.
     *
     * @param where the folder or the property
     */
    public BrokenContentException(String where, String problem, String remedy) {
        this(where, NO_LINE, problem, remedy);
    }

    private static String where(String file, int line) {
        return line == NO_LINE ? file : "%s, line %s".formatted(file, line);
    }

    /** The file and its line, or the folder or property. */
    public String where() {
        return where(file, line);
    }

    /** What is wrong there. */
    public String problem() {
        return problem;
    }

    /** This problem and the others that were found with it ({@link Problems}), each once, in the order found. */
    public List<BrokenContentException> all() {
        var found = new LinkedHashSet<BrokenContentException>();
        addTo(found);
        var each = new LinkedHashMap<String, BrokenContentException>();
        found.forEach(one -> each.putIfAbsent(one.where() + one.problem, one));
        return List.copyOf(each.values());
    }

    /** In the order of files and lines. */
    public static Comparator<BrokenContentException> inOrder() {
        return Comparator.<BrokenContentException, String>comparing(each -> each.file)
                .thenComparing(each -> each.line);
    }

    private void addTo(Set<BrokenContentException> found) {
        if (!found.add(this)) {
            return;
        }
        for (Throwable other : getSuppressed()) {
            if (other instanceof BrokenContentException broken) {
                broken.addTo(found);
            }
        }
    }
}
