package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.phone.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A screen on the wall of Harbor Dental, which nobody touches. */
class WallboardJourneyTest {
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static TwoPrograms programs;

    private final Person caller = HARBOR.caller();
    private final Person second = HARBOR.caller();
    private final Person dana = HARBOR.dana();

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    /** Both come to it at once. Luis does not want to be disturbed. */
    private void danaSells() {
        var flow = new DraftedFlow(programs.company());
        var plan = flow.version(0);
        ((ObjectNode) plan.get("nodes"))
                .putObject("sales")
                .put("type", "queue")
                .put("name", "Sales")
                .put("hold", "Welcome to Sales.")
                .put("longest", 3600)
                .put("callback", true)
                .put("otherwise", "mailbox-101")
                .putArray("members")
                .add("101");
        var vips = (ObjectNode) plan.get("callers").get("vips");
        vips.put(caller.number(), "sales").put(second.number(), "sales");
        ((ObjectNode) plan.get("extensions")).putObject("104").put("doNotDisturb", true);
        flow.publish(plan);
    }

    @Test
    void what_happens_is_seen_on_the_wall_without_touching_it() throws Exception {
        danaSells();
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/calls/wallboard");
            assertThat(row(page, "Luis")).containsText("Do not disturb");
            assertThat(row(page, "Sales")).containsText("1 of 1 free");

            caller.calls(Outside.MAIN_NUMBER).hears("Welcome to Sales");
            dana.answers().hears("Call for Sales from").presses("1");
            caller.isConnectedTo(dana);
            second.calls(Outside.MAIN_NUMBER).hears("You are next in line");

            assertThat(row(page, "Dana Whitfield")).containsText("On a call");
            assertThat(row(page, "Sales")).containsText("0 of 1 free");
            assertThat(row(page, "Sales")).containsText("1waiting");
            assertThat(part(page, "Calls Now").getByRole(AriaRole.LISTITEM)).hasCount(2);
            assertThat(figure(page, "On the Line")).hasText("2");
            Pictures.of(page, "wallboard");

            caller.hangsUp();
            dana.answers().hears("Call for Sales from").presses("1");
            second.isConnectedTo(dana).hangsUp();
            assertThat(figure(page, "On the Line")).hasText("0");
            assertThat(figure(page, "Answered Today")).hasText("2");
            assertThat(row(page, "Dana Whitfield")).containsText("Free");
            assertThat(browser.complaints()).isEmpty();
        }
        theApiSaysSo();
    }

    private static void theApiSaysSo() {
        JsonNode board = await().until(
                        () -> programs.company().get("/api/wallboard").body(),
                        found -> found.at("/today/live").asInt() == 0);
        assertThat(board.at("/today/answered").asInt()).isEqualTo(2);
        assertThat(board.get("longestWaitSeconds").isNumber()).isTrue();
        assertThat(board.at("/queues/0/place").asString()).isEqualTo("sales");
        assertThat(board.at("/queues/0/waiting").asInt()).isZero();
        assertThat(board.at("/queues/0/waitingSince").isNull()).isTrue();
    }

    private static Locator part(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    /** Of a queue, or of somebody inside. */
    private static Locator row(Page page, String name) {
        return part(page, name.equals("Sales") ? "Queues" : "People")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator figure(Page page, String name) {
        return page.locator("dl > div")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("dd");
    }
}
