package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/**
 * What each room weighs and how long it takes, against {@code dashboard.md} section 11. Bytes are what they are; times swing with whatever
 * else a machine does, so they have a wide margin and are told in the report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetsTest {
    private static final int FIRST_ROUTE_BYTES = 60_000;

    /** No room may ask for more than the whole dashboard is allowed: 120 kB of scripts, 20 kB of style sheets. */
    private static final int WHOLE_BYTES = 140_000;

    private static final double MARGIN = 15;
    private static final double FIRST_PAINT_MS = 800;
    private static final double SWITCH_MS = 100;

    private static final List<String> ROOMS = List.of(
            "/inbox",
            "/calls",
            "/voicemail",
            "/campaigns",
            "/contacts",
            "/call-flow",
            "/receptionist",
            "/extensions",
            "/numbers",
            "/analytics",
            "/settings",
            "/phone");

    /** Over the wire, without what the server says and without the font, which not every machine asks for. */
    private static final String BYTES = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(({ name, initiatorType }) => initiatorType !== 'iframe' && !/\\/api\\/|\\.woff2/.test(name))
              .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)""";

    /** The same, one by one. */
    private static final String EACH = """
            () => performance.getEntriesByType('resource')
              .filter(({ name, initiatorType }) => initiatorType !== 'iframe' && !/\\/api\\/|\\.woff2/.test(name))
              .map(({ name, encodedBodySize }) => `${encodedBodySize} ${new URL(name).pathname}`)
              .sort((a, b) => parseInt(b) - parseInt(a))
              .join('\\n')""";

    private static final String FIRST_PAINT =
            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";

    /** From the press to the picture, of a room that was open before. */
    private static final String SWITCH = """
            async ([from, to]) => {
              const link = (path) => document.querySelector(`.shell-sidebar a[href='${path}']`);
              const drawn = (path) => new Promise((done) => {
                const look = () => (link(path).ariaCurrent === 'page' && document.querySelector('main h1') ? requestAnimationFrame(done) : requestAnimationFrame(look));
                look();
              });
              link(from).click();
              await drawn(from);
              const began = performance.now();
              link(to).click();
              await drawn(to);
              return performance.now() - began;
            }""";

    private final TwoPrograms programs = TwoPrograms.shared();
    private Browser browser;
    private String signedIn;
    private Page page;

    @BeforeAll
    void signIn() throws Exception {
        browser = new Browser();
        page = programs.signedIn(browser);
        signedIn = page.context().storageState();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void the_first_room_is_light_and_painted_soon(TestReporter report) {
        assertThat(weigh("/", report)).isBetween(1, FIRST_ROUTE_BYTES);
    }

    @Test
    void no_room_weighs_more_than_the_dashboard_may(TestReporter report) {
        assertThat(ROOMS).allSatisfy(room -> assertThat(weigh(room, report)).isBetween(1, WHOLE_BYTES));
    }

    @Test
    void a_room_that_was_open_before_is_there_at_once(TestReporter report) {
        for (String room : ROOMS.subList(0, 10)) {
            page.evaluate(SWITCH, List.of("/", room));
            double took = ((Number) page.evaluate(SWITCH, List.of("/", room))).doubleValue();
            report.publishEntry(room, "switched to in %.0f ms".formatted(took));
            assertThat(took).as(room).isLessThan(SWITCH_MS * MARGIN);
        }
    }

    /** In a browser that knows nothing yet. */
    private int weigh(String room, TestReporter report) {
        BrowserContext fresh = Objects.requireNonNull(page.context().browser())
                .newContext(new NewContextOptions().setStorageState(signedIn));
        Page cold = fresh.newPage();
        cold.navigate(programs.company().base() + room);
        cold.waitForFunction(
                "() => document.querySelector('main h1, main h2') && !document.querySelector('.skeleton')");
        int bytes = ((Number) cold.evaluate(BYTES)).intValue();
        String each = String.valueOf(cold.evaluate(EACH));
        double painted = ((Number) cold.waitForFunction(FIRST_PAINT).jsonValue()).doubleValue();
        fresh.close();
        report.publishEntry(Map.of(room, "%,d bytes, painted after %.0f ms".formatted(bytes, painted)));
        assertThat(painted).as(room).isLessThan(FIRST_PAINT_MS * MARGIN);
        if (bytes > (room.equals("/") ? FIRST_ROUTE_BYTES : WHOLE_BYTES)) {
            report.publishEntry(room + " asks for", each);
        }
        return bytes;
    }
}
