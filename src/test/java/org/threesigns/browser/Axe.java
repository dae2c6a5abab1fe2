package org.threesigns.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What axe finds on a page, in sentences.
 *
 * <p>Its script is read by the browser once a page: the library's own builder has it read anew for each question, which took
 * a quarter of the time.
 */
final class Axe {

    private static final Map<String, Object> STANDARDS = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

    private static final Map<String, Object> RULES_ABOUT_COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private static final String VIOLATIONS = """
            async runOnly => {
              const found = await axe.run(document, { runOnly, resultTypes: ['violations'] });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id} (${rule.impact}): ${rule.help} ${node.target} ${node.html} ${node.failureSummary}`));
            }""";

    private Axe() {}

    /** By WCAG 2.2 AA and by good practice. */
    static List<?> violationsOfStandards(Page page) {
        return violations(page, STANDARDS);
    }

    static List<?> violationsOfRulesAboutColours(Page page) {
        return violations(page, RULES_ABOUT_COLOURS);
    }

    private static List<?> violations(Page page, Map<String, Object> rules) {
        // By way of the debugger, which the page's content security policy rightly does not govern.
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<?>) page.evaluate(VIOLATIONS, rules);
    }
}
