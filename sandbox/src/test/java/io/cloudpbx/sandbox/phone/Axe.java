package io.cloudpbx.sandbox.phone;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Has axe look at a page as it stands. Asks for violations alone: the builder of axe's own library brings each node that is
 * right out of the browser too, which takes ten times as long.
 */
public final class Axe {
    /** What is still fading in has no contrast yet; a skeleton never stops. */
    private static final String LOOK = """
            rules => Promise.race([
              Promise.allSettled(document.getAnimations()
                .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
                .map(each => each.finished)),
              new Promise(patience => setTimeout(patience, 5000)),
            ]).then(() => axe.run(document, {
              resultTypes: ['violations'],
              ...(rules.length === 0 ? {} : { runOnly: { type: 'rule', values: rules } }),
            })).then(({ violations }) =>
              violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, any: [reason] }) => ({ id, html, why: reason?.message ?? '' }))))""";

    private Axe() {}

    /**
     * Something that a page gets wrong, and where.
     *
     * @param why in axe's words, as which two colors are too much alike; empty if it says nothing
     */
    public record Violation(String rule, String html, String why) {}

    /** @param rules to look at; none for all */
    public static List<Violation> violations(Page page, String... rules) {
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<?> found = (List<?>) page.evaluate(LOOK, List.of(rules));
        return found.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> new Violation(
                        String.valueOf(each.get("id")),
                        String.valueOf(each.get("html")),
                        String.valueOf(each.get("why"))))
                .toList();
    }
}
