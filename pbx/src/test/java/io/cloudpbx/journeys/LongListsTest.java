package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists of 100,000, gone through with the wheel until far down: the page stays as small as it was, nothing in it jumps, and what is asked
 * of the server and kept of it is no more than what was seen ({@code dashboard.md} section 11).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {
    private static final int ROWS = 100_000;
    private static final int FAR_DOWN = 3_000;
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
            "() => Math.max(0, ...[...document.querySelectorAll('pbx-rows li')].map((row) => Number(row.ariaPosInSet ?? 0)))";

    private final TwoPrograms programs = TwoPrograms.through(UnaryOperator.identity());
    private final Company company = programs.company();
    private final JdbcClient jdbc = programs.bean(JdbcClient.class);
    private Browser browser;
    private Page signedIn;
    private String campaign;

    @BeforeAll
    void very_much_has_happened() throws Exception {
        campaign = campaign();
        calls();
        contacts();
        voicemails();
        recipients();
        jdbc.sql("analyze").update();
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
        programs.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/calls, 1440",
        "/calls, 390",
        "/contacts, 1440",
        "/voicemail, 1440",
        "/campaigns/, 1440",
        "/campaigns/, 390"
    })
    void a_long_list_is_gone_through_smoothly(String room, int width, TestReporter report) {
        Page page = signedIn.context().newPage();
        page.setViewportSize(width, 900);
        page.addInitScript(WATCH_SHIFTS);
        AtomicInteger asked = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().contains("/api/")) {
                asked.incrementAndGet();
            }
        });
        page.navigate(company.base() + (room.equals("/campaigns/") ? room + campaign : room));
        page.locator("pbx-rows li").first().waitFor();
        var heap = signedIn.context().newCDPSession(page);
        page.mouse().move(width == 390 ? 195 : room.equals("/campaigns/") ? 1_000 : 420, 600);

        wheelTo(page, 500);
        long bytes = bytes(heap);
        int nodes = nodes(heap);
        int before = asked.get();
        wheelTo(page, FAR_DOWN);

        int requests = asked.get() - before;
        long perRow = (bytes(heap) - bytes) / (FAR_DOWN - 500);
        report.publishEntry(
                room + " " + width,
                "%d requests, %d bytes a row, %d and %d nodes, shifts %s"
                        .formatted(requests, perRow, nodes, nodes(heap), page.evaluate("() => shifts")));
        assertThat(requests).isBetween(20, (FAR_DOWN - 500) / PAGE_SIZE + 8);
        assertThat(perRow).isLessThan(MOST_BYTES_PER_ROW);
        assertThat(nodes(heap)).as("nodes that the browser keeps").isLessThan(nodes * 3);
        assertThat(((Number) page.evaluate("() => shifts.reduce((sum, { by }) => sum + by, 0)")).doubleValue())
                .as("%s", page.evaluate("() => shifts"))
                .isLessThan(NO_SHIFT);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void what_was_chosen_far_down_is_where_it_was_when_one_comes_back() {
        Page page = signedIn.context().newPage();
        page.setViewportSize(1440, 900);
        page.navigate(company.base() + "/contacts");
        page.locator("pbx-rows li").first().waitFor();
        page.mouse().move(420, 600);
        wheelTo(page, 500);
        var row = page.locator("pbx-rows li[aria-posinset='495'] a");
        String name = row.locator(".list-name").textContent();
        row.click();

        page.locator(".list-detail h2").getByText(name).waitFor();
        assertThat(row.getAttribute("aria-current")).isEqualTo("true");
        page.keyboard().press("j");
        await().until(() ->
                "true".equals(page.locator("pbx-rows li[aria-posinset='496'] a").getAttribute("aria-current")));
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls", "/contacts", "/voicemail"})
    void nothing_of_a_row_is_cut_off_where_text_is_twice_as_large(String room) {
        Page page = signedIn.context().newPage();
        page.setViewportSize(1440, 900);
        page.addInitScript(
                "addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'))");
        page.navigate(company.base() + room);
        page.locator("pbx-rows li").first().waitFor();

        assertThat((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll('pbx-rows li')]
                          .filter((row) => row.firstElementChild.offsetHeight > row.clientHeight)
                          .map((row) => row.textContent)""")).isEmpty();
        page.close();
    }

    /** A stretch at a time, so that each has all the patience there is. */
    private static void wheelTo(Page page, int row) {
        for (int next = lastRow(page) + 250; lastRow(page) < row; next += 250) {
            int goal = Math.min(next, row);
            await().until(() -> {
                page.mouse().wheel(0, 3_000);
                page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
                assertThat(count(page, "pbx-rows li")).isLessThanOrEqualTo(Math.max(MOST_ROWS_IN_PAGE, whole(page)));
                return lastRow(page) >= goal;
            });
            assertThat(count(page, "pbx-rows li")).isBetween(5, MOST_ROWS_IN_PAGE);
            assertThat(count(page, "*")).isLessThan(MOST_ELEMENTS);
        }
    }

    /** Short lists are whole in the page. */
    private static int whole(Page page) {
        return page.locator(".list-virtual").count() == 0 ? 200 : 0;
    }

    private static int lastRow(Page page) {
        return ((Number) page.evaluate(LAST_ROW)).intValue();
    }

    private static int count(Page page, String selector) {
        return ((Number) page.evaluate("(all) => document.querySelectorAll(all).length", selector)).intValue();
    }

    private static long bytes(CDPSession heap) {
        heap.send("HeapProfiler.collectGarbage");
        return heap.send("Runtime.getHeapUsage").get("usedSize").getAsLong();
    }

    private static int nodes(CDPSession heap) {
        heap.send("HeapProfiler.collectGarbage");
        JsonObject counted = heap.send("Memory.getDOMCounters");
        return counted.get("nodes").getAsInt();
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

    private void voicemails() {
        jdbc.sql("""
                        insert into voicemail (id, recording_id, call_id, from_e164, received_at, state, blob_key, size, sha256, duration_ms, peaks)
                        select gen_random_uuid(), 'RE' || md5(n::text), 'CA' || md5(n::text), '+1' || 200 + n % 800 || '5550100',
                            now() - interval '1 day' - n * interval '10 seconds', 'stored', 'none/' || n, 1, '', 1000 * (n % 100), '{0.5}'
                        from generate_series(1, :rows) n""").param("rows", ROWS).update();
        jdbc.sql("""
                        insert into voicemail_transcript (recording_id, text, received_at)
                        select 'RE' || md5(n::text), repeat('Please call me back. ', n % 9 + 1), now() from generate_series(1, :rows) n
                        where n % 4 > 0""").param("rows", ROWS).update();
    }

    private String campaign() {
        return company.post(
                        "/api/campaigns",
                        Map.of(
                                "name",
                                "To everybody",
                                "message",
                                "We have moved.",
                                "recipients",
                                List.of("+12125550199"),
                                "fromNumber",
                                Outside.MAIN_NUMBER,
                                "draft",
                                true))
                .body()
                .at("/campaign/id")
                .asString();
    }

    private void recipients() {
        jdbc.sql("""
                        insert into delivery (campaign_id, to_number, state, due_at, sent_at, changed_at, segments, sender, sentence)
                        select :campaign, '+1' || 200 + n % 800 || '555' || lpad((100 + n / 800)::text, 4, '0'),
                            (array['delivered', 'sent', 'failed'])[1 + n % 3], now(), now() - interval '1 day', now() - interval '1 day', 1,
                            '+18335550100', case when n % 3 = 2 then 'The phone cannot be reached.' else '' end
                        from generate_series(1, :rows) n on conflict do nothing""")
                .param("campaign", UUID.fromString(campaign))
                .param("rows", ROWS)
                .update();
        jdbc.sql("update campaign set state = 'done', started_at = now(), ended_at = now() where id = :campaign")
                .param("campaign", UUID.fromString(campaign))
                .update();
    }
}
