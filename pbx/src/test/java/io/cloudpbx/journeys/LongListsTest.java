package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists of 100,000, gone through with the wheel until far down: the page stays as small as it was, nothing in it jumps, and what is asked
 * of the server and kept of it is no more than what was seen ({@code dashboard.md} section 11).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {
    private static final int ROWS = 100_000;
    private static final int BEGUN = 400;
    private static final int FAR_DOWN = 1_200;
    private static final int PAGE_SIZE = 100;

    private static final int MOST_ROWS_IN_PAGE = 60;
    private static final int MOST_ELEMENTS = 1_500;

    /** Of what moved, by how much; nothing that somebody sees is below it. */
    private static final double NO_SHIFT = 0.005;

    /** What is kept of a row once it was seen. */
    private static final int MOST_BYTES_PER_ROW = 6_000;

    /** What moves by itself, and not because somebody has pressed something. */
    private static final String WATCH_SHIFTS = """
            window.shifts = [];
            new PerformanceObserver((list) => {
              for (const shift of list.getEntries()) {
                if (!shift.hadRecentInput) window.shifts.push({ by: shift.value, what: shift.sources.map(({ node }) => node?.className ?? node?.localName ?? '') });
              }
            }).observe({ type: 'layout-shift', buffered: true });""";

    private static final String LAST_ROW =
            "Math.max(0, ...[...document.querySelectorAll('pbx-rows li')].map((row, at) => Number(row.ariaPosInSet ?? at + 1)))";

    /** How far it is scrolled, and what of it is there. */
    private static final String WHERE =
            "`${document.querySelector('pbx-rows').getBoundingClientRect().top} ${" + LAST_ROW + "}`";

    private final TwoPrograms programs = TwoPrograms.through(UnaryOperator.identity());
    private final Company company = programs.company();
    private final JdbcClient jdbc = programs.bean(JdbcClient.class);
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void very_much_has_happened() throws Exception {
        calls();
        contacts();
        jdbc.sql("analyze call, contact, contact_number, caller").update();
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
        programs.close();
    }

    @ParameterizedTest
    @CsvSource({"/calls, 1440", "/contacts, 390"})
    void a_long_list_is_gone_through_smoothly(String room, int width, TestReporter report) {
        Page page = signedIn.context().newPage();
        page.setViewportSize(width, 900);
        page.addInitScript(WATCH_SHIFTS);
        AtomicInteger asked = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().contains("/api" + room + "?")) {
                asked.incrementAndGet();
            }
        });
        page.navigate(company.base() + room);
        page.locator("pbx-rows li").first().waitFor();
        var heap = signedIn.context().newCDPSession(page);
        page.mouse().move(width == 390 ? 195 : 420, 600);

        wheelTo(page, BEGUN);
        long bytes = bytes(heap);
        page.evaluate("() => shifts.splice(0)");
        int before = asked.get();
        wheelTo(page, FAR_DOWN);

        int requests = asked.get() - before;
        long perRow = (bytes(heap) - bytes) / (FAR_DOWN - BEGUN);
        report.publishEntry(
                room + " " + width,
                "%d requests, %d bytes a row, shifts %s".formatted(requests, perRow, page.evaluate("() => shifts")));
        assertThat(requests).isBetween(1, (FAR_DOWN - BEGUN) / PAGE_SIZE + 2);
        assertThat(perRow).isLessThan(MOST_BYTES_PER_ROW);
        assertThat(((Number) page.evaluate("() => shifts.reduce((sum, { by }) => sum + by, 0)")).doubleValue())
                .as("%s", page.evaluate("() => shifts"))
                .isLessThan(NO_SHIFT);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void what_was_chosen_far_down_is_where_it_was_and_the_keys_go_on_from_there() {
        Page page = signedIn.context().newPage();
        page.setViewportSize(1440, 900);
        page.navigate(company.base() + "/contacts");
        page.locator("pbx-rows li").first().waitFor();
        page.mouse().move(420, 600);
        wheelTo(page, BEGUN);
        var row = page.locator("pbx-rows li[aria-posinset='395'] a");
        String name = row.locator(".list-name").textContent();
        row.click();

        page.locator(".list-detail h2").getByText(name).waitFor();
        page.locator("pbx-rows li[aria-posinset='395'] a[aria-current=true]").waitFor();
        page.keyboard().press("j");
        page.locator("pbx-rows li[aria-posinset='396'] a[aria-current=true]").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    /** A turn of the wheel at a time, each seen before the next. */
    private static void wheelTo(Page page, int row) {
        for (int last = lastRow(page); last < row; last = lastRow(page)) {
            Object before = page.evaluate("() => " + WHERE);
            page.mouse().wheel(0, 3_000);
            page.waitForFunction("(before) => " + WHERE + " !== before", before);
            boolean isLong = page.locator(".list-virtual").count() > 0;
            assertThat(count(page, "pbx-rows li")).isBetween(5, isLong ? MOST_ROWS_IN_PAGE : 2 * PAGE_SIZE);
            if (isLong) {
                assertThat(count(page, "*")).isLessThan(MOST_ELEMENTS);
            }
        }
    }

    private static int lastRow(Page page) {
        return ((Number) page.evaluate("() => " + LAST_ROW)).intValue();
    }

    private static int count(Page page, String selector) {
        return ((Number) page.evaluate("(all) => document.querySelectorAll(all).length", selector)).intValue();
    }

    private static long bytes(CDPSession heap) {
        heap.send("HeapProfiler.collectGarbage");
        return heap.send("Runtime.getHeapUsage").get("usedSize").getAsLong();
    }

    private void calls() {
        jdbc.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, answered_at, ended_at, news_at, place, outcome, summary)
                        select gen_random_uuid(), 'CA' || md5(n::text), '+1' || 200 + n % 800 || '5550100', '+18335550100', at, null,
                            at + n % 300 * interval '1 second', at, 'ended',
                            (array['answered', 'missed', 'voicemail', 'abandoned'])[1 + n % 4], ''
                        from (select n, now() - interval '1 day' - n * interval '10 seconds' as at from generate_series(1, :rows) n) them""").param("rows", ROWS).update();
        jdbc.sql("insert into caller select distinct from_e164 from call on conflict do nothing")
                .update();
    }

    private void contacts() {
        jdbc.sql("""
                        insert into contact (id, name, company, email, notes, search, created_at)
                        select ('00000000-0000-0000-0002-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n,
                            case when n % 3 = 0 then 'Company ' || n % 1000 else '' end, '', '', ' person ' || n, now() - n * interval '1 second'
                        from generate_series(1, :rows) n""").param("rows", ROWS).update();
        jdbc.sql("""
                        insert into contact_number (e164, contact_id, position)
                        select '+1' || 200 + n % 800 || '555' || lpad((100 + n / 800)::text, 4, '0'),
                            ('00000000-0000-0000-0002-' || lpad(n::text, 12, '0'))::uuid, 0
                        from generate_series(1, :rows) n on conflict do nothing""").param("rows", ROWS).update();
    }
}
