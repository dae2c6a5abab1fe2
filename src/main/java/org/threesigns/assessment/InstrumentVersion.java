package org.threesigns.assessment;

import org.threesigns.instrument.Instrument;

/**
 * A version of an instrument.
 *
 * @param instrument the key of the instrument
 * @param version from 1
 */
public record InstrumentVersion(String instrument, int version) {

    public static InstrumentVersion of(Instrument instrument) {
        return new InstrumentVersion(instrument.id(), instrument.version());
    }

    @Override
    public String toString() {
        return instrument + " version " + version;
    }
}
