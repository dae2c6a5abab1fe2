package org.threesigns.instrument;

/**
 * One thing that is wrong in a file of the tiny instrument, and how it is to be refused.
 *
 * @param what in a few words
 * @param original the text to be replaced
 * @param lineWith a text of the line that the refusal has to name: the first that contains it
 * @param inSchema whether the JSON Schema of the file can know
 */
record Flaw(
        String what,
        String file,
        String original,
        String replacement,
        String lineWith,
        String problem,
        String remedy,
        boolean inSchema) {

    InstrumentFiles files() {
        return InstrumentFiles.tiny().with(file, original, replacement);
    }

    /** The line to be named, from 1. */
    int line() {
        var lines = files().text(file).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).contains(lineWith)) {
                return line + 1;
            }
        }
        throw new IllegalStateException("No line of %s has: %s".formatted(file, lineWith));
    }

    @Override
    public String toString() {
        return what;
    }
}
