package org.threesigns.preview;

import java.io.IOException;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.HotSwappableTargetSource;
import org.threesigns.guidance.GuidanceLibrary;
import org.threesigns.instrument.InstrumentCatalog;

/** The questionnaires on the pages. The application has proxies of them, so that they can be replaced while it runs. */
class ShownInstruments {

    private final InstrumentCatalog builtIn;
    private final GuidanceLibrary builtInGuidance;
    private final HotSwappableTargetSource catalog;
    private final HotSwappableTargetSource guidance;

    /** To begin with, those that are built in. */
    ShownInstruments() throws IOException {
        this.builtIn = InstrumentCatalog.builtIn();
        this.builtInGuidance = GuidanceLibrary.of(builtIn);
        this.catalog = new HotSwappableTargetSource(builtIn);
        this.guidance = new HotSwappableTargetSource(builtInGuidance);
    }

    /** Those that are always there. */
    InstrumentCatalog builtIn() {
        return builtIn;
    }

    /** The guidance of a catalogue that has more. */
    GuidanceLibrary guidanceOf(InstrumentCatalog more) {
        return builtInGuidance.with(more);
    }

    InstrumentCatalog catalog() {
        return (InstrumentCatalog) ProxyFactory.getProxy(catalog);
    }

    GuidanceLibrary guidance() {
        return (GuidanceLibrary) ProxyFactory.getProxy(guidance);
    }

    void replace(InstrumentCatalog newCatalog, GuidanceLibrary newGuidance) {
        catalog.swap(newCatalog);
        guidance.swap(newGuidance);
    }
}
