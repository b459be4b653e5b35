package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The room in which a call flow is read, changed, asked about and published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallFlowPageTest {
    private static final String CALLER = "+19165550391";
    private static final String ROOM = "/call-flow";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final DraftedFlow flow = new DraftedFlow(company);
    private Browser browser;
    private Page signedIn;
    private Page page;

    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void as_it_came() {
        flow.isAsItCame();
        page = signedIn.context().newPage();
    }

    @AfterEach
    void callers_are_led_as_ever() {
        page.close();
        flow.isAsItCame();
        // What was refused is said beside its field, and a draft of somebody else's asked for again.
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches("(?s).*status of 4(09|22).*"));
        browser.complaints().clear();
    }

    private void visit(String address) {
        page.navigate(company.base() + address);
        page.locator(".callflow-card").first().waitFor();
    }

    private void more(String item) {
        button(page, "More").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    private Locator inSheet(String button) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    private Locator card(String title) {
        return page.locator(".callflow-card")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    private void leave(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    @Test
    void the_published_flow_is_a_nested_list_that_is_walked_by_arrows() {
        flow.publish(flow.withHours());
        visit(ROOM);

        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Where calls go"))
                        .locator("li li li")
                        .filter(new Locator.FilterOptions().setHasText("Front desk team"))
                        .count())
                .isPositive();
        page.locator(".callflow-card").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(focused()).contains("Open: ", "Front desk team");
        page.keyboard().press("ArrowDown");
        assertThat(focused()).contains("Mailbox of ");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/call-flow/front-desk"));
        page.getByText("Everybody at once, 20 s").last().waitFor();
        assertThat(page.getByLabel("Details", new Page.GetByLabelOptions().setExact(true))
                        .textContent())
                .contains("Who is rung", "If nobody answers");
    }

    private String focused() {
        return String.valueOf(page.evaluate("() => document.activeElement.textContent.replace(/\\s+/g, ' ')"));
    }

    @Test
    void a_place_is_added_beside_its_way_and_its_mistakes_stand_beside_their_fields() {
        visit(ROOM + "/menu?show=draft");
        leave(page.getByLabel("Choices", new Page.GetByLabelOptions().setExact(true)), "For the front desk, press 1.");
        button(page, "Add Key").click();
        page.getByLabel("Key 1 leads to").selectOption("new:ring");
        page.waitForURL(Pattern.compile(".*/call-flow/ring-group.*"));
        leave(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)), "Front desk team");
        page.getByLabel("Add somebody").selectOption("102");
        page.getByLabel("In which order").selectOption("in_order");
        var up = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Move .* up")));
        up.nth(1).click();
        await().until(() -> flow.drafted()
                .at("/plan/nodes/ring-group/members/0")
                .asString("")
                .equals("102"));
        assertThat(flow.drafted().at("/plan/nodes/menu/choices").asString()).isEqualTo("For the front desk, press 1.");
        assertThat(flow.version(flow.published())).as("a draft leads no calls").isEqualTo(flow.version(0));

        leave(page.getByLabel("Rings for, in seconds"), "500");
        page.getByText("Rings for, in seconds must be a whole number from 5 to 120.")
                .waitFor();
        leave(page.getByLabel("Rings for, in seconds"), "25");
        await().until(() -> flow.drafted().at("/plan/nodes/ring-group/seconds").asInt() == 25);
    }

    @Test
    void what_loses_callers_is_mended_before_it_is_published_and_what_was_before_is_put_back() {
        flow.draft(flow.withHours());
        visit(ROOM + "/front-desk?show=draft");
        page.getByLabel("If nobody answers").selectOption("front-desk");
        await().until(() -> flow.drafted().at("/problems/0/code").asString("").equals("loop"));

        button(page, "Publish…").click();
        page.getByRole(AriaRole.DIALOG).getByText("1 thing to mend").waitFor();
        assertThat(inSheet("Publish").isDisabled()).isTrue();
        assertThat(Axe.violations(page)).isEmpty();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Front desk team"))
                .click();
        page.getByLabel("If nobody answers").selectOption("mailbox-101");
        await().until(() -> flow.drafted().get("problems").isEmpty());

        button(page, "Publish…").click();
        page.getByLabel("Note").fill("For the front desk");
        assertThat(page.getByRole(AriaRole.DIALOG).textContent())
                .contains("Begins at", "Doors", "New: Ring group", "New: Mon–Fri 09:00–17:00");
        inSheet("Publish").click();
        page.getByText(Pattern.compile("Version \\d+ leads new calls")).waitFor();
        int number = flow.published();
        assertThat(flow.version(number).at("/nodes/front-desk/otherwise").asString())
                .isEqualTo("mailbox-101");

        more("Versions");
        page.getByText("For the front desk").first().waitFor();
        inSheet("Restore as it came").click();
        await().until(() -> flow.published() == number + 1);
        assertThat(flow.version(flow.published())).isEqualTo(flow.version(0));
    }

    @Test
    void what_somebody_else_drafted_meanwhile_is_kept_with_what_is_changed_here() {
        visit(ROOM + "/menu?show=draft");
        var greeting = page.getByLabel("Greeting", new Page.GetByLabelOptions().setExact(true));
        greeting.waitFor();
        var theirs = flow.version(0);
        ((ObjectNode) theirs.get("nodes").get("menu")).put("tries", 5);
        flow.draft(theirs);

        leave(greeting, "Good day.");

        await().until(() ->
                flow.drafted().at("/plan/nodes/menu/greeting").asString().equals("Good day."));
        assertThat(flow.drafted().at("/plan/nodes/menu/tries").asInt()).isEqualTo(5);
    }

    @Test
    void a_call_is_followed_along_the_slider_and_found_again_by_its_address() {
        flow.publish(flow.withHours());
        visit(ROOM);
        page.getByLabel("Date").fill("2026-12-01");
        page.waitForURL(Pattern.compile(".*at=2026-12-0.*"));
        var slider = page.getByLabel("Time of day");
        slider.fill(String.valueOf(16 * 60 + 59));
        page.getByText("Ends at: The mailbox of "
                        + company.extension("101").get("name").asString())
                .first()
                .waitFor();
        assertThat(card("Front desk team").textContent()).contains("on the way of this call");

        slider.fill(String.valueOf(17 * 60));
        page.getByText("Ends at: The mailbox of the business").first().waitFor();
        await().until(() -> !card("Front desk team").textContent().contains("on the way of this call"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Step by Step"))
                .click();
        page.getByText("office is closed").first().waitFor();
        page.getByText("Taken while office is open").waitFor();
        page.reload();
        page.getByText("Taken while office is open").waitFor();
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("5:00 PM");

        page.getByLabel("From").fill("12");
        page.getByLabel("From").blur();
        page.getByText("From must be a phone number.").waitFor();
    }

    @Test
    void hours_get_holidays_and_are_closed_at_once() {
        flow.publish(flow.withHours());
        visit(ROOM + "/hours%3Aoffice?show=draft");
        page.getByLabel("Saturday")
                .or(button(page, "Add hours of Saturday"))
                .first()
                .click();
        leave(page.getByLabel("Saturday closes"), "12:00");
        page.getByLabel("Date", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill("2026-12-25");
        page.getByLabel("Holiday", new Page.GetByLabelOptions().setExact(true)).fill("Christmas");
        page.getByLabel("Holidays and other days")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        await().until(() -> flow.drafted()
                .at("/plan/hours/office/dates/0/label")
                .asString("")
                .equals("Christmas"));
        assertThat(flow.drafted()
                        .at("/plan/hours/office/week/saturday/0/closes")
                        .asString())
                .isEqualTo("12:00");

        button(page, "Close for Today office").click();
        page.getByText("Closed by hand").first().waitFor();
        card("Doors").getByText("Closed by hand").waitFor();
        assertThat(flow.closures())
                .anyMatch(closure -> closure.get("hours").asString().equals("office"));
        button(page, "Open Again office").click();
        page.getByText("goes by its hours.").waitFor();
    }

    @Test
    void another_phone_of_an_extension_rings_as_long_as_somebody_says() {
        visit(ROOM + "/ext-101?show=draft");
        page.getByLabel("Another phone").fill("(916) 555-0393");
        page.getByLabel("Another phone").press("Enter");
        leave(page.getByLabel("+19165550393 rings for, in seconds"), "300");
        page.getByText("Ringing must be a whole number from 5 to 120.").waitFor();
        leave(page.getByLabel("+19165550393 rings for, in seconds"), "30");

        await().until(() ->
                flow.drafted().at("/plan/extensions/101/findMe/0/seconds").asInt(0) == 30);
        assertThat(flow.drafted().at("/plan/extensions/101/findMe/0/number").asString())
                .isEqualTo("+19165550393");
    }

    @Test
    void callers_are_blocked_as_people_write_numbers() {
        visit(ROOM + "/callers?show=draft");
        page.getByLabel("Number to block").fill("(916) 555-0392");
        page.getByLabel("Number to block").press("Enter");
        await().until(() ->
                flow.drafted().at("/plan/callers/blocked/0").asString("").equals("+19165550392"));

        page.getByLabel("Number to block").fill("12");
        page.getByLabel("Number to block").press("Enter");
        page.getByText("This number must be a phone number such as +14155550100.")
                .waitFor();
        button(page, "Remove 12").click();
        await().until(() -> page.getByText("must be a phone number").count() == 0);
    }

    @Test
    void a_saved_call_passes_until_it_would_end_elsewhere_and_past_calls_are_rehearsed() {
        programs.outside().call(CALLER, Outside.MAIN_NUMBER, "<Pause length='2'/>");
        await().until(() -> company.get("/api/calls?limit=200")
                .body()
                .get("items")
                .valueStream()
                .anyMatch(item -> item.path("from").asString("").equals(CALLER)
                        && !item.get("live").asBoolean()));
        visit(ROOM + "?show=draft");
        page.getByText("Ends at:").first().waitFor();
        more("Saved Calls");
        page.getByLabel("Name").fill("A silent caller");
        inSheet("Save Call").click();
        page.getByText("Passes").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        inSheet("Close").click();

        var other = flow.version(0);
        ((ObjectNode) other.get("nodes"))
                .putObject("bye")
                .put("type", "goodbye")
                .put("text", "Bye.");
        other.put("main", "bye");
        flow.draft(other);
        more("Saved Calls");
        page.getByText("Fails").waitFor();
        inSheet("Close").click();
        more("Rehearse Past Calls");
        var differing = page.getByLabel("Calls that would end elsewhere");
        differing.getByText(CALLER).first().waitFor();
        assertThat(differing.textContent()).contains("A goodbye");
        assertThat(Axe.violations(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void every_side_of_the_room_has_no_violation(ColorScheme scheme, int width) {
        flow.publish(flow.withHours());
        var wrong = flow.withHours();
        ((ObjectNode) wrong.get("nodes").get("front-desk")).put("otherwise", "nowhere");
        flow.draft(wrong);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);

        for (String address : List.of(
                "",
                "?steps=1",
                "/front-desk",
                "?show=draft",
                "/front-desk?show=draft",
                "/menu?show=draft",
                "/doors?show=draft",
                "/hours%3Aoffice?show=draft",
                "/callers?show=draft",
                "/ext-101?show=draft",
                "/main?show=draft")) {
            page.navigate(company.base() + ROOM + address);
            page.locator(".callflow-detail .list-head").first().waitFor();
            assertThat(Axe.violations(page)).as(address).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s is not wider than the screen", address)
                    .isEqualTo(true);
        }
    }
}
