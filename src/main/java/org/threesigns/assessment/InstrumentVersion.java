package org.threesigns.assessment;

/**
 * Which instrument, and which version of it.
 *
 * @param instrument its key
 * @param version from 1
 */
public record InstrumentVersion(String instrument, int version) {

    @Override
    public String toString() {
        return instrument + " version " + version;
    }
}
