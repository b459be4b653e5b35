package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The owner at the dashboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
    /** {@code dashboard.md} section 11; each costs a slow line a part of a round trip. */
    private static final int MOST_REQUESTS = 45;

    private static final List<String> ENDINGS =
            List.of("answered", "receptionist", "voicemail", "missed", "abandoned", "turnedAway", "inProgress");

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void signIn() throws Exception {
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    /** A page of the same person in a tab of its own. */
    private Page open(String path) {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + path);
        return page;
    }

    @Test
    void the_first_page_asks_for_few_things() {
        programs.outside().call("+14155550148", Outside.MAIN_NUMBER, "<Pause length=\"2\"/>");
        await().until(() ->
                company.get("/api/dashboard").body().at("/calls/total").asInt() > 0);
        Page page = signedIn.context().newPage();
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(company.base() + "/");
        heading(page, "Overview").waitFor();
        page.getByText("On the Line").first().waitFor();
        page.waitForFunction("() => document.querySelector('.shell-count-plain')");

        // Other classes leave campaigns under way, of which a card is loaded then, and what it alone needs.
        asked.removeIf(url -> url.endsWith("/dashboard/campaigns.js") || url.endsWith("/lib/rights.js"));
        // Once each: what was asked before the stream of news stood open is asked again when it does.
        assertThat(new HashSet<>(asked))
                .anyMatch(url -> url.endsWith("/api/dashboard"))
                .hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void texts_of_today_are_counted_while_somebody_looks() {
        programs.outside().call("+14155550148", Outside.MAIN_NUMBER, "<Pause length=\"2\"/>");
        await().until(() -> company.get("/api/dashboard").body().get("everUsed").asBoolean());
        Page page = open("/");
        var tile = page.locator("a").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Texts")));
        tile.getByText("received").or(tile.getByText("None yet")).waitFor();
        long before = receivedToday();

        programs.outside().texts("+15305550149", Outside.MAIN_NUMBER, "Is there a place to leave a bicycle?");

        await().until(() ->
                receivedToday() > before && tile.textContent().contains("%,d received".formatted(receivedToday())));
        Pictures.of(page, "overview");
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void the_overview_shows_as_many_days_as_are_chosen() {
        programs.outside().call("+14155550148", Outside.MAIN_NUMBER, "<Pause length=\"2\"/>");
        await().until(() -> company.get("/api/dashboard").body().get("everUsed").asBoolean());
        Page page = open("/");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Days"))
                .getByText("7 Days")
                .click();
        heading(page, "Calls by Day").waitFor();
        assertThat(page.url()).isEqualTo(company.base() + "/?period=7d");
        Locator calls = page.locator(".overview-tile")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Calls")))
                .locator(".overview-figure");
        await().until(() -> calls.textContent().equals("%,d".formatted(callsOfAWeek())));

        page.reload();
        heading(page, "Calls by Day").waitFor();
        Pictures.of(page, "overview-days");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Days"))
                .getByText("Today")
                .click();
        heading(page, "Calls by Hour").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void whoever_is_needed_is_told_by_the_bell_wherever_they_are() {
        Page page = open("/extensions");
        heading(page, "Extensions").waitFor();
        programs.outside().texts("+15305550193", Outside.MAIN_NUMBER, "Can I talk to a person please?");
        Locator bell =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Needs You")));
        Locator told = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Needs You"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Needs You: something waits"))
                .waitFor();

        bell.press("Enter");
        Locator item = told.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("(530) 555-0193"));
        item.waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.violations(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "needs.png")));
        page.keyboard().press("Escape");
        told.waitFor(gone());
        assertThat(bell.evaluate("(it) => it === document.activeElement")).isEqualTo(true);

        bell.click();
        item.click();
        page.waitForURL(Pattern.compile("/inbox/"));
        told.waitFor(gone());
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    private long callsOfAWeek() {
        return company.get("/api/analytics/calls?period=7d")
                .body()
                .at("/summary/calls/total")
                .asLong();
    }

    /** Texts of other tests may still be coming. */
    private void textsAndWaitsAgree(String day) {
        String today = "?from=" + day + "&to=" + day;
        var texts = company.get("/api/analytics/sms" + today).body().get("summary");
        var waits = company.get("/api/analytics/calls" + today).body().at("/summary/timeToAnswer");
        var overview = company.get("/api/dashboard").body();

        assertThat(overview.at("/texts/received").asLong())
                .isEqualTo(texts.get("received").asLong());
        assertThat(overview.at("/texts/sent").asLong())
                .isEqualTo(texts.at("/sent/total").asLong());
        assertThat(overview.at("/texts/failed").asLong())
                .isEqualTo(texts.at("/outcomes/failed").asLong());
        assertThat(overview.at("/timeToAnswer/medianSeconds")).isEqualTo(waits.get("medianSeconds"));
    }

    private long receivedToday() {
        return company.get("/api/dashboard").body().at("/texts/received").asLong();
    }

    @Test
    void who_deactivates_the_operator_is_told_what_that_means_and_chooses_another() {
        company.post("/api/extensions", person("193", "Noor Haddad"));
        company.seatOperator("193");
        Page page = open("/extensions");

        button(page, "Actions for Noor Haddad").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Deactivate…"))
                .click();
        page.getByText("Noor Haddad is the operator:").waitFor();
        button(page, "Deactivate").click();
        page.getByText("Choose who answers from now on.").waitFor();
        page.getByLabel("New operator").selectOption("110");
        button(page, "Deactivate").click();

        await().until(() -> company.get("/api/settings")
                .body()
                .get("operatorExtension")
                .asString("")
                .equals("110"));
        button(page, "Actions for Noor Haddad").waitFor(gone());
        page.close();
    }

    @Test
    void a_kept_number_is_released_by_who_types_it() {
        var made = company.post("/api/extensions", person("194", "Sam Ito")).body();
        company.delete("/api/extensions/" + made.get("id").asString());
        String display = made.get("numberDisplay").asString();
        Page page = open("/numbers");

        button(page, "Release… " + display).click();
        var sheet = page.getByRole(AriaRole.DIALOG);
        var release = sheet.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Release").setExact(true));
        sheet.getByText("you may never get it again").waitFor();
        sheet.getByLabel("Number").fill("(415) 555-0100");
        assertThat(release.isDisabled()).isTrue();
        sheet.getByLabel("Number").fill(display);
        release.click();

        page.getByText(display, new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor(gone());
        assertThat(programs.carrier().state().number(made.get("number").asString()))
                .isEmpty();
        page.close();
    }

    @Test
    void a_switch_chooses_how_the_receptionist_of_a_number_listens() {
        Page page = open("/numbers");
        var streams = page.getByRole(AriaRole.SWITCH).first();
        assertThat(streams.isChecked()).isFalse();

        streams.click();
        await().until(() -> mainListens("stream"));
        assertThat(streams.isChecked()).isTrue();
        streams.click();
        await().until(() -> mainListens("turns"));
        page.close();
    }

    private boolean mainListens(String how) {
        return company.get("/api/numbers")
                .body()
                .at("/items/0/listening")
                .asString()
                .equals(how);
    }

    private static Map<String, String> person(String ext, String name) {
        return Map.of("ext", ext, "name", name, "department", "", "email", "", "areaCode", "650");
    }

    @Test
    void analytics_count_what_the_overview_counts() {
        programs.outside().call("+14155550149", Outside.MAIN_NUMBER, "<Pause length=\"1\"/>");
        await().until(() -> company.get("/api/analytics/calls")
                        .body()
                        .at("/summary/calls/total")
                        .asInt()
                > 0);
        var overview = company.get("/api/dashboard").body();
        String day = overview.get("day").asString();

        var report =
                company.get("/api/analytics/calls?from=" + day + "&to=" + day).body();

        assertThat(report.at("/summary/calls/total").asInt())
                .isEqualTo(overview.at("/calls/total").asInt())
                .isEqualTo(sum(report.get("heatMap"), "/total"))
                .isEqualTo(report.at("/days/0/calls/total").asInt());
        assertThat(report.at("/days/0/unfinished").asBoolean()).isTrue();
        assertThat(ENDINGS.stream()
                        .mapToInt(ending -> sum(overview.get("hours"), "/" + ending))
                        .sum())
                .as("all bars of the overview")
                .isEqualTo(overview.at("/calls/total").asInt());
        assertThat(company.file("/api/analytics/calls.csv?from=" + day + "&to=" + day))
                .contains("calls,period,total," + overview.at("/calls/total").asInt() + "\r\n");
        await().untilAsserted(() -> textsAndWaitsAgree(day));
        assertThat(company.get("/api/analytics/costs")
                        .body()
                        .at("/costs/calls/dollars")
                        .isNull())
                .isTrue();
    }

    private static int sum(JsonNode cells, String figure) {
        return cells.valueStream().mapToInt(cell -> cell.at(figure).asInt()).sum();
    }

    @Test
    void days_that_cannot_be_counted_are_refused_by_name() {
        assertThat(company.get("/api/analytics/calls?period=1y").field()).isEqualTo("period");
        assertThat(company.get("/api/analytics/sms?from=yesterday").field()).isEqualTo("from");
        assertThat(company.get("/api/analytics/sms?from=2026-02-30").field()).isEqualTo("from");
        assertThat(company.get("/api/analytics/costs?from=2026-11-02&to=2026-11-01")
                        .field())
                .isEqualTo("to");
        assertThat(company.get("/api/analytics/calls.csv?from=2020-01-01&to=2026-01-01")
                        .code())
                .isEqualTo("invalid_fields");
        assertThat(company.get("/api/analytics/calls?period=7d&from=2026-11-01").field())
                .isEqualTo("period");
    }

    @Test
    void charts_of_analytics_can_be_read_as_tables() {
        Page page = analyticsOfSomebodyWhoCalled();
        heading(page, "When People Call").waitFor();

        button(page, "Show as Table for calls by day").click();
        button(page, "Show as Table for hours of the week").press("Enter");
        page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Calls by weekday and hour"))
                .waitFor();
        page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Calls by day"))
                .waitFor();
        assertThat(Axe.violations(page)).isEmpty();

        page.getByText("30 Days", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/analytics?period=30d");
        button(page, "Other Days…").click();
        page.getByLabel("First day").fill("2020-01-02");
        page.getByLabel("Last day").fill("2020-01-01");
        button(page, "Show").click();
        page.getByText("The last day is before the first.").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.getByLabel("Last day").fill("2020-01-03");
        button(page, "Show").click();
        page.getByText("In these days nobody called or texted.").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    /** One unit of each drawing is one pixel, so that its words are as large as they are said to be. */
    @Test
    void labels_of_charts_keep_their_size_on_wide_and_narrow_screens() {
        Page page = analyticsOfSomebodyWhoCalled();
        for (int width : new int[] {1440, 390, 1440}) {
            page.setViewportSize(width, 900);
            page.waitForFunction("""
                    () => {
                      const drawn = [...document.querySelectorAll('.chart-picture')];
                      const scales = drawn.map((each) => each.getScreenCTM().a);
                      return drawn.length === 3 && scales.every((scale) => Math.abs(scale - 1) < 0.01);
                    }""");
        }
        page.close();
    }

    private Page analyticsOfSomebodyWhoCalled() {
        programs.outside().call("+14155550149", Outside.MAIN_NUMBER, "<Pause length=\"1\"/>");
        await().until(() -> company.get("/api/analytics/calls")
                        .body()
                        .at("/summary/calls/total")
                        .asInt()
                > 0);
        return open("/analytics");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
