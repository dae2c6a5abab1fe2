package org.threesigns;

import java.util.Set;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardFragmentInsertionTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Thymeleaf alone: {@code cache:replace} means {@code th:replace}, and nothing is cached. */
final class PlainFragments extends AbstractProcessorDialect {

    private static final String PREFIX = "cache";

    PlainFragments() {
        super("Plain fragments", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Replace());
    }

    private static final class Replace extends AbstractStandardFragmentInsertionTagProcessor {

        private static final int PRECEDENCE = 450;

        Replace() {
            super(TemplateMode.HTML, PREFIX, "replace", PRECEDENCE, true);
        }
    }
}
