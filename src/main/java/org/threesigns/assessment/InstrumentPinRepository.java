package org.threesigns.assessment;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The rows of {@link InstrumentPins}, which alone uses it. */
interface InstrumentPinRepository extends Repository<InstrumentPin, InstrumentPin.Key> {

    List<InstrumentPin> findAll();

    InstrumentPin save(InstrumentPin pin);
}
