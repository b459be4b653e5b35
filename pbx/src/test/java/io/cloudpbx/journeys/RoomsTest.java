package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every room, asked for by its address with something in it: it is there, and axe finds nothing to complain about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> OF_THE_OWNER = List.of(
            "/settings/business",
            "/settings/storage",
            "/settings/people",
            "/settings/security",
            "/settings/notifications",
            "/settings/tokens",
            "/settings/audit",
            "/settings/appearance",
            "/settings/account",
            "/inbox/new",
            "/contacts/new",
            "/extensions/new",
            "/campaigns/new");

    private static final String MOVING = """
            () => document.getAnimations()
              .filter((each) => each.playState === 'running' && each.effect.getComputedTiming().activeDuration > 1)
              .map((each) => `${each.animationName ?? each.transitionProperty} moves ${each.effect.target?.className}`)""";

    /** Boxes of which only a part is on the page. */
    private static final String CLIPPED = """
            () => [document.body, ...document.querySelectorAll('main, main *')]
              .filter((it) => it.scrollHeight > it.clientHeight + 2 && /auto|scroll|hidden/.test(getComputedStyle(it).overflowY)
                && !it.matches('.unseen, .cut, .unseen *, svg *') && it.checkVisibility())
              .map((it) => `${it.localName}.${it.className}`)""";

    /** What is wider than the page, and boxes in it, other than those for ears alone, that are cut off at their side. Words that end in dots are whole elsewhere. */
    private static final String TOO_WIDE = """
            () => {
              const named = (it) => `${it.localName}.${it.className} is ${it.scrollWidth} in ${it.clientWidth}`;
              const roots = [document.documentElement, ...document.querySelectorAll('main, dialog[open]')];
              const boxes = [...document.querySelectorAll('main *, dialog[open] *')]
                .filter((it) => it.clientWidth > 1
                  && /hidden|clip/.test(getComputedStyle(it).overflowX)
                  && getComputedStyle(it).textOverflow !== 'ellipsis'
                  && !it.matches('.unseen *, svg *, input, textarea, progress') && it.checkVisibility());
              return [...roots, ...boxes].filter((it) => it.scrollWidth > it.clientWidth + 1).map(named);
            }""";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page signedIn;
    private Rooms rooms;

    @BeforeAll
    void open() throws Exception {
        rooms = Rooms.shared();
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void every_room_is_there_at_a_desk_and_has_no_violation() {
        Page page = signedIn.context().newPage();
        page.setViewportSize(1440, 900);

        assertThat(everywhere().flatMap(address -> violations(page, address))).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void every_room_is_there_on_a_phone_has_no_violation_rests_where_that_is_wanted_and_fits_the_narrowest_screen() {
        Page page = signedIn.context().newPage();

        assertThat(everywhere().flatMap(address -> {
                    page.setViewportSize(390, 900);
                    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
                    return Stream.of(violations(page, address), restless(page, address), tooWide(page, address))
                            .flatMap(found -> found);
                }))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    /** Whatever theme somebody has chosen: paper is white. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void a_report_is_printed_whole_in_black_on_white_and_without_what_leads_elsewhere(String theme) {
        Page page = signedIn.context().newPage();
        page.setViewportSize(1440, 900);
        open(page, "/analytics");
        page.evaluate("(theme) => (document.documentElement.dataset.theme = theme)", theme);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (String away :
                List.of(".shell-sidebar", ".shell-tabs", ".header-search", ".header-actions", ".analytics-file")) {
            PlaywrightAssertions.assertThat(page.locator(away + ":visible")).hasCount(0);
        }
        PlaywrightAssertions.assertThat(page.locator("main h1")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("main h1")).hasCSS("color", "rgb(29, 29, 31)");
        PlaywrightAssertions.assertThat(page.locator(".analytics-card").last()).isVisible();
        assertThat(page.evaluate(CLIPPED)).as("what paper would not show").isEqualTo(List.of());
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", "printed-" + theme + ".png")));
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void a_conversation_is_played_from_where_its_time_is_clicked() {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + rooms.talk());
        page.getByText("The caller was told").waitFor();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Play from")))
                .first()
                .click();

        var audio = page.locator("pbx-player audio");
        await().until(() -> ((Number) audio.evaluate("sound => sound.currentTime")).doubleValue() > 0.2);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void recording_is_turned_on_by_a_switch_that_tells_of_the_law() {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/settings/receptionist");
        page.getByText("everybody on the line has to agree").waitFor();
        var toggle = page.getByLabel("Record conversations with the receptionist");
        assertThat(toggle.isChecked()).isFalse();
        toggle.click();
        await().until(() -> company.get("/api/settings/receptionist")
                .body()
                .get("recordConversations")
                .asBoolean());
        button(page, "Undo").click();
        await().until(() -> !company.get("/api/settings/receptionist")
                .body()
                .get("recordConversations")
                .asBoolean());
        page.close();
    }

    @Test
    void a_call_that_went_wrong_becomes_a_test_by_a_click_and_is_run() {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + rooms.talk());
        page.getByText("Why?").first().click();
        page.getByText("Rules, without a model").first().waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        button(page, "Make a Test of turn 1").click();
        page.getByLabel("The receptionist should").selectOption("emergency");
        assertThat(Axe.violations(page)).isEmpty();
        button(page, "Make Test").click();
        page.getByText("Should: Tell them to hang up and dial 911").waitFor();

        button(page, "Run All…").click();
        page.getByText("1 turn, decided by rules. This costs nothing.").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Run").setExact(true))
                .click();

        page.getByText("1 failed").first().waitFor();
        page.getByText("Connect to Billing").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/settings/business, Business name, Harbor Dental Care",
        "/settings/messages, 'Most per day, in dollars', 21.00",
        "/settings/messages, 'Campaign texts a day, to one person', 2",
        "/settings/calls, Most calls per person and day, 90",
        "/settings/calls, 'Most per person and day, in dollars', 12.50",
        "/settings/calls, Countries, 'CA, MX, US'",
        "/settings/calls, 'Longest time parked, in minutes', 7",
        "/settings/messages, Answers per number and day, 21",
        "/settings/knowledge, Parking, Behind the house"
    })
    void what_is_changed_in_a_form_of_settings_is_saved(String address, String label, String words) {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + address);
        String before = page.getByLabel(label).inputValue();

        save(page, label, words);
        page.reload();
        assertThat(page.getByLabel(label).inputValue()).isEqualTo(words);

        save(page, label, before);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    private static void save(Page page, String label, String words) {
        page.getByLabel(label).fill(words);
        submit(page, label);
        page.getByText(Pattern.compile("(Settings|Limits|Knowledge) saved"))
                .first()
                .waitFor();
    }

    private static void submit(Page page, String label) {
        page.locator("form")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel(label)))
                .locator("button[type=submit]")
                .click();
    }

    @Test
    void changes_are_kept_when_somebody_else_has_changed_the_settings_meanwhile() {
        String label = "Answers per number and day";
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/settings/messages");
        page.getByLabel(label).fill("22");
        var limits = (ObjectNode)
                company.get("/api/settings/claude").body().get("limits").deepCopy();
        company.put("/api/settings/claude", JSON.convertValue(limits, Map.class));

        submit(page, label);
        page.getByText("Somebody else changed this meanwhile.").waitFor();
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 409"));
        browser.complaints().clear();
        assertThat(page.getByLabel(label).inputValue()).isEqualTo("22");
        submit(page, label);

        page.getByText("Limits saved").waitFor();
        assertThat(company.get("/api/settings/claude")
                        .body()
                        .at("/limits/textsPerNumber")
                        .asInt())
                .isEqualTo(22);
        save(page, label, limits.get("textsPerNumber").asString());
        page.close();
    }

    /** The rooms, and what only the one who may everything sees of them, or sees over them. */
    private Stream<String> everywhere() {
        return Stream.concat(rooms.addresses().stream(), OF_THE_OWNER.stream());
    }

    private void open(Page page, String address) {
        page.navigate(company.base() + address);
        page.waitForFunction(
                "() => document.querySelector('main h1, main h2') && !document.querySelector('.skeleton')");
    }

    /** In both themes. */
    private Stream<String> violations(Page page, String address) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        open(page, address);
        List<String> light = violations(page, address, "light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return Stream.concat(light.stream(), violations(page, address, "dark").stream());
    }

    private static List<String> violations(Page page, String address, String theme) {
        return Axe.violations(page).stream()
                .map(found -> "%s, %s: %s %s (%s)".formatted(address, theme, found.rule(), found.html(), found.why()))
                .toList();
    }

    /** What does not fit in 320 pixels, as which a wide screen is seen that is magnified four times. */
    private static Stream<String> tooWide(Page page, String address) {
        page.setViewportSize(320, 900);
        drawn(page);
        return ((List<?>) page.evaluate(TOO_WIDE)).stream().map(found -> address + " at 320: " + found);
    }

    private static void drawn(Page page) {
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** What still moves for those who want it to rest. */
    private static Stream<String> restless(Page page, String address) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        drawn(page);
        return ((List<?>) page.evaluate(MOVING)).stream().map(found -> address + ": " + found);
    }
}
