package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Callers who reached nobody, until somebody has seen to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissedCallJourneysTest {
    private static final String DANAS_MOBILE = "+14155550190";
    private static final AtomicInteger CALLERS = new AtomicInteger(100);

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void signIn() throws Exception {
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterEach
    void dana_takes_no_calls_any_more() {
        outside.behaves(DANAS_MOBILE, "ring-out");
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private static String somebody() {
        return "+1707555%04d".formatted(CALLERS.getAndIncrement());
    }

    /** Hangs up before the tone. */
    private void misses(String caller, int before) {
        outside.call(caller, company.extension("105").get("number").asString(), "<Pause length='13'/>");
        await().until(() ->
                openOf(caller).stream().anyMatch(item -> item.get("misses").asInt() == before + 1));
    }

    private List<JsonNode> openOf(String caller) {
        return of(caller, "open");
    }

    private List<JsonNode> of(String caller, String box) {
        return company.get("/api/missed-calls?limit=200&box=" + box)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller))
                .toList();
    }

    private String howDone(String caller) {
        var done = await().until(() -> of(caller, "done"), found -> !found.isEmpty());
        assertThat(openOf(caller)).isEmpty();
        return done.getFirst().at("/done/how").asString();
    }

    @Test
    void who_is_missed_twice_waits_once_until_a_person_texts_back() {
        String caller = somebody();
        misses(caller, 0);
        misses(caller, 1);

        var sent =
                company.post("/api/sms/send", Map.of("to", caller, "message", "Sorry we missed you. How can we help?"));
        assertThat(sent.status()).as(sent.body().toString()).isLessThan(300);

        assertThat(howDone(caller)).isEqualTo("texted");
        assertThat(outside.received(caller)).contains("Sorry we missed you. How can we help?");
    }

    @Test
    void a_text_that_does_not_arrive_has_called_nobody_back() {
        String caller = somebody();
        misses(caller, 0);
        outside.takesTexts(caller, Map.of("behaviour", "unreachable"));

        var text = company.post("/api/sms/send", Map.of("to", caller, "message", "Please call us again."))
                .body();
        String id = text.has("id")
                ? text.get("id").asString()
                : text.at("/message/id").asString();
        await().until(() -> List.of("undelivered", "failed")
                .contains(
                        company.get("/api/messages/" + id).body().get("status").asString()));

        assertThat(openOf(caller)).hasSize(1);
        assertThat(of(caller, "done")).isEmpty();
    }

    @Test
    void who_calls_again_and_reaches_somebody_waits_no_longer() {
        String caller = somebody();
        misses(caller, 0);
        outside.answers(DANAS_MOBILE, "<Pause length='9'/><Play digits='1'/><Pause length='12'/>");

        outside.call(caller, Outside.MAIN_NUMBER, "<Pause length='3'/><Play digits='101'/><Pause length='60'/>");

        assertThat(howDone(caller)).isEqualTo("reached");
    }

    @Test
    void missed_calls_come_in_live_and_are_done_from_the_keyboard() {
        String caller = somebody();
        String shown = "(707) 555-%s".formatted(caller.substring(8));
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/calls/missed");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Calls"))
                .waitFor();

        misses(caller, 0);
        page.getByText(shown).first().click();
        page.getByText("Done by itself when").waitFor();
        misses(caller, 1);
        PlaywrightAssertions.assertThat(page.getByText("Missed 2 times").first())
                .isVisible();
        page.locator(".calls-miss").nth(1).waitFor();
        PlaywrightAssertions.assertThat(page.locator(".shell-sidebar").getByText("missed, to call back"))
                .hasCount(1);
        assertThat(Axe.violations(page)).isEmpty();
        look(page, "missed-light-1440");

        page.keyboard().press("a");
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Me").setExact(true))
                .click();
        await().until(() -> openOf(caller).getFirst().hasNonNull("owner"));
        page.keyboard().press("e");
        await().until(() -> of(caller, "done").size() == 1);
        button(page, "Reopen").waitFor();
        page.keyboard().press("e");
        await().until(() -> openOf(caller).size() == 1);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void an_item_that_stands_in_no_list_on_the_page_is_worked_on_from_the_keyboard_as_well() {
        String caller = somebody();
        misses(caller, 0);
        String id = openOf(caller).getFirst().get("id").asString();
        company.post("/api/missed-calls/" + id + "/done", Map.of());
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/calls/missed/" + id);
        button(page, "Reopen").waitFor();

        page.keyboard().press("e");

        await().until(() -> openOf(caller).size() == 1);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void missed_calls_fit_a_phone_in_the_dark() {
        String caller = somebody();
        misses(caller, 0);
        Page page = signedIn.context().newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        page.navigate(company.base() + "/calls/missed");
        Locator row =
                page.getByText("(707) 555-%s".formatted(caller.substring(8))).first();
        row.waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        look(page, "missed-dark-390");

        row.click();
        button(page, "Done").click();
        page.getByText(Pattern.compile("Marked as done by")).waitFor();
        // Without the notice, which fades in and out meanwhile.
        page.reload();
        page.getByText(Pattern.compile("Marked as done by")).waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        look(page, "missed-done-dark-390");
        assertThat(howDone(caller)).isEqualTo("marked");
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
