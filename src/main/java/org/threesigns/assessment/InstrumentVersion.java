package org.threesigns.assessment;

/**
 * A version of an instrument.
 *
 * @param instrument the key of the instrument
 * @param version from 1
 */
public record InstrumentVersion(String instrument, int version) {

    @Override
    public String toString() {
        return instrument + " version " + version;
    }
}
