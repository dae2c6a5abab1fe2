package org.threesigns.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code <li kept:each="${page.tips}" kept:as="result/parts :: tip(tip)"></li>}: in the place of this element, the
 * fragment {@code tip} of the template {@code result/parts} for each of the values, rendered once for a value and a
 * language and then kept. The values may also be a single one, an optional one, or true and false: once and not at all.
 *
 * <p>The fragment sees what is in the brackets, by its last name, and nothing else of the page, so it cannot depend on
 * whose page it was first rendered for: {@code story(story.sign)} sees the {@code sign} of each story, {@code careless()}
 * nothing at all. What is seen must say by {@code equals} whether it looks the same, as records do, and be of the site's
 * content, never of a person: a tip, a question with one of its answers, a score of a sign.
 *
 * <p>Inside a fragment that is kept itself, such an element is a hole: filled anew on each page, for which it refers to
 * the values around it. {@code kept:each="${story.reasons}"} reads them from a story that the fragment does not see.
 *
 * <p>With {@code kept:gap="${page.token}"} the fragment sees a {@code ${gap}} that it may put into text or addresses. Each
 * page has its own value there, which is never kept. It is escaped, but must be fit for an address by itself.
 */
final class KeptElements extends AbstractAttributeTagProcessor {

    /** After {@code th:if} and {@code th:unless}, which may stand on the same element. */
    private static final int PRECEDENCE = 450;

    private final KeptFragments fragments;

    KeptElements(KeptFragments fragments) {
        super(TemplateMode.HTML, KeptElement.PREFIX, null, false, KeptElement.EACH, true, PRECEDENCE, true);
        this.fragments = fragments;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String expression,
            IElementTagStructureHandler structure) {
        KeptElement element = KeptElement.parse(tag);
        structure.replaceWith(
                Rendering.holes(context).map(holes -> leave(element, holes)).orElseGet(() -> fill(element, context)),
                false);
    }

    private static String leave(KeptElement element, List<KeptElement> holes) {
        holes.add(element);
        return Fragment.hole(holes.size() - 1);
    }

    private String fill(KeptElement element, ITemplateContext context) {
        var filled = new ByteArrayOutputStream();
        fragments.write(element, context::getVariable, Rendering.of(context), filled);
        return filled.toString(UTF_8);
    }
}
