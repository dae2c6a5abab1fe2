package org.threesigns.site;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/** Brings {@link KeptFragments} to the templates. */
@Component
class KeptDialect extends AbstractProcessorDialect {

    /** In characters. Some times what the built-in questionnaire has in two languages; twice as many bytes at the most. */
    private static final int MOST = 8_000_000;

    KeptDialect() {
        super("Kept fragments", KeptFragments.PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new KeptFragments(MOST));
    }
}
