package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody with an extension wants to be left alone for a while. */
class QuietJourneyTest {
    private static final String EXT = "146";
    private static final String CALLER = "+15305550146";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final String email = "imani.brooks." + System.nanoTime() + "@harbordental.example";
    private Browser browser;
    private Page page;
    private String id;

    @BeforeEach
    void imani_has_an_extension_and_comes_in() {
        var person = new HashMap<String, Object>(Map.of(
                "ext", EXT, "name", "Imani Brooks", "department", "", "email", email, "forwardTo", "+14155550187"));
        id = company.post("/api/extensions", person).body().get("id").asString();
        await().until(() ->
                company.extension(EXT).at("/provisioning/state").asString().equals("ready"));
        browser = new Browser();
        page = browser.tab(company.post("/api/people/invitations", Map.of("email", email, "role", "agent"))
                .body()
                .get("link")
                .asString());
        page.getByLabel("Your name").fill("Imani Brooks");
        page.locator("input[type=password]").first().fill("a boat in the harbour");
        page.keyboard().press("Enter");
        page.locator("h1").getByText("Overview").waitFor();
    }

    @AfterEach
    void she_leaves_again() {
        browser.close();
        company.delete("/api/extensions/" + id + "?number=release");
    }

    @Test
    void who_turns_it_on_by_keyboard_is_not_rung_and_sees_so_on_every_page_until_it_is_off() {
        Page other = page.context().newPage();
        other.navigate(company.base() + "/extensions");
        assertThat(row(other)).containsText("Ready");
        page.navigate(company.base() + "/contacts");

        button(page, "Do not disturb: off").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM)).hasCount(3);
        page.keyboard().press("Enter");

        assertThat(on(page)).hasText(Pattern.compile("Do not disturb until .*\\d:\\d\\d [AP]M"));
        assertThat(row(other)).containsText("Do not disturb");
        assertThat(on(other)).isVisible();
        Pictures.of(page, "quiet");
        theCallerReachesTheMailbox();

        turnOff();
        page.keyboard().press("Control+z");
        await().until(() -> company.extension(EXT).at("/doNotDisturb/until").isString());
        assertThat(on(page)).isVisible();
        turnOff();
        assertThat(button(page, "Do not disturb: off")).isVisible();
        assertThat(row(other)).containsText("Ready");
        assertThat(browser.complaints()).isEmpty();
    }

    private void theCallerReachesTheMailbox() {
        String line = company.extension(EXT).get("number").asString();
        programs.outside().call(CALLER, line, "<Pause length='13'/>");
        JsonNode call = await().until(this::lastCall, found -> found != null);
        assertThat(company.get("/api/calls/" + call.get("id").asString()).body().toString())
                .contains("Imani Brooks does not want to be disturbed");
    }

    private @Nullable JsonNode lastCall() {
        return company.get("/api/calls?limit=50")
                .body()
                .get("items")
                .valueStream()
                .filter(call -> CALLER.equals(call.get("from").asString("")))
                .findFirst()
                .orElse(null);
    }

    @Test
    void on_a_phone_it_is_under_more_and_marked_on_the_bar() {
        page.setViewportSize(390, 844);
        button(page, "More").click();
        Locator sheet = page.getByRole(AriaRole.DIALOG);
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Until I Turn It Off"))
                .click();

        Locator more = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^More\\s*Do not disturb$")));
        assertThat(more).isVisible();
        assertThat(company.extension(EXT).at("/doNotDisturb/until").isNull()).isTrue();
        more.click();
        assertThat(sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Turn Off")))
                .isVisible();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "pictures", "quiet-more-" + scheme + ".png")));
        }
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Turn Off"))
                .click();

        assertThat(button(page, "More")).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    private void turnOff() {
        on(page).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Turn Off"))
                .click();
        page.getByText("Calls ring again").waitFor();
    }

    private static Locator on(Page where) {
        return where.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Do not disturb(?!: off)")));
    }

    private static Locator row(Page where) {
        return where.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Imani Brooks"));
    }
}
