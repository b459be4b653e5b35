package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String CAMPAIGN = "/campaigns/00000000-0000-0000-0003-000000000001";

    /** Of the rows' element. */
    private static final String LAST_ROW =
            "Math.max(0, ...[...rows.querySelectorAll('li')].map((row, at) => Number(row.ariaPosInSet ?? at + 1)))";

    /** How far it is scrolled, and what of it is there. */
    private static final String WHERE = "`${rows.getBoundingClientRect().top} ${" + LAST_ROW + "}`";

    private final TwoPrograms programs = TwoPrograms.through(UnaryOperator.identity());
    private final Company company = programs.company();
    private final JdbcClient jdbc = programs.bean(JdbcClient.class);
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void very_much_has_happened() throws Exception {
        calls();
        contacts();
        voicemails();
        recipients();
        jdbc.sql("analyze call, contact, contact_number, caller, voicemail, delivery")
                .update();
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
        "/calls, /api/calls?, .list-side, 1440",
        "/contacts, /api/contacts?, .list-side, 390",
        "/voicemail, /api/voicemails?, .list-side, 1440",
        CAMPAIGN + ", /deliveries?, .list-detail, 390"
    })
    void a_long_list_is_gone_through_smoothly(String room, String api, String side, int width, TestReporter report) {
        Page page = signedIn.context().newPage();
        page.setViewportSize(width, 900);
        page.addInitScript(WATCH_SHIFTS);
        AtomicInteger asked = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().contains(api)) {
                asked.incrementAndGet();
            }
        });
        page.navigate(company.base() + room);
        Locator rows = rows(page, side);
        rows.locator("li").first().waitFor();
        var heap = signedIn.context().newCDPSession(page);
        page.mouse().move(width == 390 ? 195 : 420, 600);

        wheelTo(page, rows, BEGUN);
        long bytes = bytes(heap);
        page.evaluate("() => shifts.splice(0)");
        int before = asked.get();
        wheelTo(page, rows, FAR_DOWN);

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
        wheelTo(page, rows(page, ".list-side"), BEGUN);
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

    @Test
    void what_comes_above_moves_nothing_under_the_pointer_and_is_told() {
        Page page = signedIn.context().newPage();
        page.setViewportSize(1440, 900);
        page.navigate(company.base() + "/contacts");
        Locator rows = rows(page, ".list-side");
        rows.locator("li").first().waitFor();
        page.mouse().move(420, 600);
        wheelTo(page, rows, BEGUN);
        Locator row = rows.locator("li[aria-posinset='395']");
        Locator same = rows.locator("li[data-id='" + row.getAttribute("data-id") + "']");
        double before = Objects.requireNonNull(same.boundingBox()).y;

        company.post("/api/contacts", Map.of("name", "Newest of All"));
        Locator told = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("1 new"));
        told.waitFor();
        page.waitForFunction("(row) => row.ariaPosInSet === '396'", same.elementHandle());
        assertThat(Objects.requireNonNull(same.boundingBox()).y).isEqualTo(before);
        assertThat(Axe.violations(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "list-news.png")));

        told.click();
        rows.getByText("Newest of All").waitFor();
        told.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    private static Locator rows(Page page, String side) {
        return page.locator(side + " pbx-rows");
    }

    /** A turn of the wheel at a time, each seen before the next. */
    private static void wheelTo(Page page, Locator rows, int row) {
        var element = Objects.requireNonNull(rows.elementHandle());
        for (int last = lastRow(rows); last < row; last = lastRow(rows)) {
            Object before = rows.evaluate("(rows) => " + WHERE);
            page.mouse().wheel(0, 3_000);
            page.waitForFunction("([rows, before]) => " + WHERE + " !== before", List.of(element, before));
            boolean isLong = rows.locator(".list-virtual").count() > 0;
            assertThat(rows.locator("li").count()).isBetween(5, isLong ? MOST_ROWS_IN_PAGE : 2 * PAGE_SIZE);
            if (isLong) {
                assertThat(count(page, "*")).isLessThan(MOST_ELEMENTS);
            }
        }
    }

    private static int lastRow(Locator rows) {
        return ((Number) rows.evaluate("(rows) => " + LAST_ROW)).intValue();
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

    private void voicemails() {
        jdbc.sql("""
                        insert into voicemail (id, recording_id, call_id, extension_id, from_e164, received_at, state, blob_key, size, duration_ms, listened_at)
                        select gen_random_uuid(), 'RE' || md5(n::text), 'CA' || md5(n::text), person, '+1' || 200 + n % 800 || '5550100',
                            now() - n * interval '10 seconds', 'stored', 'voicemail/' || n, 16044, 2000, now()
                        from generate_series(1, :rows) n, (select id as person from extension order by id limit 1) them""").param("rows", ROWS).update();
    }

    private void recipients() {
        jdbc.sql("""
                        insert into campaign (id, name, message, kind, policy, state, created_at, created_by, started_at, ended_at)
                        values (cast(:id as uuid), 'Everybody', 'We have moved.', 'informational', 'at_most_once', 'done', now(), 'Dana Whitfield', now(), now())""").param("id", CAMPAIGN.substring("/campaigns/".length())).update();
        jdbc.sql("""
                        insert into delivery (campaign_id, to_number, state, due_at, segments, status_rank, sent_at, changed_at)
                        select cast(:id as uuid), '+1' || 200 + n % 800 || '555' || lpad((100 + n / 800)::text, 4, '0'), 'delivered', now(), 1, 5, now(), now()
                        from generate_series(1, :rows) n""")
                .param("id", CAMPAIGN.substring("/campaigns/".length()))
                .param("rows", ROWS)
                .update();
    }
}
