package org.threesigns.rendering;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/** Brings {@link KeptElements} to the templates. */
@Component
class KeptDialect extends AbstractProcessorDialect {

    private final KeptFragments fragments;

    KeptDialect(KeptFragments fragments) {
        super("Kept fragments", KeptElement.PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
        this.fragments = fragments;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new KeptElements(fragments));
    }
}
