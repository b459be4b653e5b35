package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Callers of Harbor Dental while its database is killed, cut off or frozen: everybody comes to a person or a mailbox, and into the log. */
class OutageJourneysTest {
    /** Slow enough to do something to the database while a menu is heard. */
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(5);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static final String WITHOUT = "decided without the database";

    /** The database's files belong to another user when the tests run as root. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static HarborOnAWire harbor;
    private final Person caller = HARBOR.caller();
    private final Person dana = HARBOR.dana();

    @BeforeAll
    static void openHarborDental() throws Exception {
        harbor = new HarborOnAWire(folder, CARRIER.sandbox());
    }

    @AfterEach
    void the_database_is_there() {
        harbor.mend();
    }

    @AfterAll
    static void closeIt() throws Exception {
        harbor.close();
    }

    @Test
    void a_caller_in_the_menu_when_the_database_is_killed_reaches_dana_and_the_log_has_it_afterwards()
            throws Exception {
        caller.calls(Outside.MAIN_NUMBER).beginsToHear("Thank you for calling Harbor Dental");
        harbor.killDatabase();

        caller.presses("101");
        dana.answers().hears("Call for Dana Whitfield").presses("1");
        caller.isConnectedTo(dana);
        assertThat(harbor.health().statusCode()).isEqualTo(503);
        assertThat(harbor.health().body()).contains("what was known at");
        caller.hangsUp();
        dana.isHungUpOn();
        harbor.mend();

        var call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("answered");
        assertThat(call.at("/extension/name").asString()).isEqualTo("Dana Whitfield");
        assertThat(told(call, "text"))
                .containsSubsequence(
                        "In the menu", "Ringing Dana Whitfield", "Talking to Dana Whitfield", "The call ended");
        assertThat(told(call, "reason").getFirst()).doesNotContain(WITHOUT);
        assertThat(told(call, "reason").get(1)).startsWith("Pressed 101").contains(WITHOUT);
    }

    @Test
    void a_message_that_is_left_while_nothing_can_be_written_is_in_the_mailbox_afterwards() {
        harbor.wire().cut();
        caller.calls(Outside.MAIN_NUMBER)
                .beginsToHear("Thank you for calling Harbor Dental")
                .presses("105")
                .hears("after the tone")
                .says("This is Eleanor Vance. My crown came off last night, and I would like to come in today, please.")
                .presses("#")
                .hears("Goodbye");
        harbor.mend();

        var call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("voicemail");
        assertThat(told(call, "text")).contains("In the menu", "Leaving a message for Hannah Brooks");
        var voicemail = await().until(
                        this::voicemails,
                        messages -> messages.stream()
                                .anyMatch(message ->
                                        message.get("state").asString().equals("stored")))
                .getFirst();
        assertThat(voicemail.get("ext").asString()).isEqualTo("105");
        assertThat(harbor.company()
                        .get("/api/calls/" + voicemail.get("callId").asString())
                        .body()
                        .get("id"))
                .isEqualTo(call.get("id"));
    }

    @Test
    void who_wants_the_receptionist_which_cannot_listen_comes_to_the_front_desk() {
        harbor.wire().cut();
        caller.calls(Outside.MAIN_NUMBER)
                .beginsToHear("Thank you for calling Harbor Dental")
                .presses("0");

        HARBOR.frontDesk().answers().hears("Call for Front Desk").presses("1");
        caller.isConnectedTo(HARBOR.frontDesk()).hangsUp();
        harbor.mend();

        assertThat(told(ended(), "reason")).anyMatch(reason -> reason.contains("the receptionist cannot listen now"));
    }

    @Test
    void who_is_on_hold_comes_to_the_front_desk_and_whoever_held_them_is_let_go_when_the_database_is_back() {
        caller.calls(Outside.MAIN_NUMBER)
                .beginsToHear("Thank you for calling Harbor Dental")
                .presses("101");
        dana.answers().hears("Call for Dana Whitfield").presses("1");
        caller.isConnectedTo(dana);
        does("hold", "talking");
        caller.beginsToHear("Please hold");
        harbor.wire().cut();
        HARBOR.frontDesk().answers().hears("Call for Front Desk").presses("1");
        caller.isConnectedTo(HARBOR.frontDesk());
        harbor.mend();

        dana.hears("The caller is not with you any more").isHungUpOn();
        does("hold", "talking");
        caller.hears("Please hold");
        does("resume", "held");
        caller.hears("Thank you for holding").hangsUp();
        HARBOR.frontDesk().hears("The caller hung up").isHungUpOn();
        assertThat(told(ended(), "reason"))
                .containsSubsequence("Dana Whitfield put the caller on hold", "Front Desk put the caller on hold");
    }

    /** With the caller who is there, once they are. */
    private void does(String what, String where) {
        var call = await().until(
                        () -> ofCaller("/api/calls/live"),
                        calls -> calls.size() == 1
                                && calls.getFirst().get("where").asString().equals(where))
                .getFirst();
        var reply = harbor.company().post("/api/calls/" + call.get("id").asString() + "/" + what, Map.of());
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    @Test
    void a_database_that_keeps_silent_is_not_waited_for_longer_than_a_caller_waits() {
        caller.calls(Outside.MAIN_NUMBER).beginsToHear("Thank you for calling Harbor Dental");
        harbor.wire().stall();

        caller.presses("101");
        dana.answers().hears("Call for Dana Whitfield").presses("1");
        caller.isConnectedTo(dana).hangsUp();
        harbor.mend();

        assertThat(ended().get("outcome").asString()).isEqualTo("answered");
    }

    @Test
    void a_phone_that_asks_what_to_do_of_a_database_that_keeps_silent_is_let_go_and_is_led_again_when_that_answers()
            throws Exception {
        caller.calls(Outside.MAIN_NUMBER)
                .beginsToHear("Thank you for calling Harbor Dental")
                .presses("101");
        dana.answers().hears("Call for Dana Whitfield").presses("1");
        caller.isConnectedTo(dana);
        does("hold", "talking");
        caller.beginsToHear("Please hold");
        String desk =
                "/ivr/desk/" + ofCaller("/api/calls/live").getFirst().get("id").asString();
        var carrier = new CarrierByHand(harbor.company().base());
        var phone = Map.of("CallSid", dana.callSid(), "AccountSid", "AC00000000000000000000000000000001");
        assertThat(carrier.signed(desk, phone).body()).contains("The caller is on hold");

        harbor.wire().stall();
        assertThat(carrier.signed(desk, phone).body()).contains("Something went wrong", "<Hangup");

        harbor.mend();
        await().until(() -> carrier.signed(desk, phone).body().contains("The caller is on hold"));
        caller.hangsUp();
    }

    @Test
    void a_plan_that_was_just_published_leads_calls_after_a_restart_without_the_database() throws Exception {
        var plan = (ObjectNode) harbor.company().get("/api/callflow/versions/0").body();
        ((ObjectNode) plan.get("nodes"))
                .putObject("private")
                .put("type", "announcement")
                .put("text", "Welcome to the private line.")
                .put("then", "ext-101");
        ((ObjectNode) plan.get("callers").get("vips")).put(caller.number(), "private");
        learns(() -> publish(plan));
        harbor.stop();
        harbor.wire().cut();
        harbor.startAgain();

        assertThat(harbor.health().statusCode()).isEqualTo(503);
        caller.calls(Outside.MAIN_NUMBER).hears("Welcome to the private line");
        dana.answers().hears("Call for Dana Whitfield").presses("1");
        caller.isConnectedTo(dana).hangsUp();
        harbor.mend();

        var call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("answered");
        assertThat(told(call, "reason"))
                .anyMatch(reason -> reason.contains("the caller is a VIP") && reason.contains(WITHOUT));
    }

    @Test
    void who_waits_in_line_goes_on_waiting_without_the_database_and_finds_the_way_out() throws Exception {
        var plan = (ObjectNode) harbor.company().get("/api/callflow/versions/0").body();
        ((ObjectNode) plan.get("nodes"))
                .putObject("sales")
                .put("type", "queue")
                .put("name", "Sales")
                .put("hold", "Welcome to Sales.")
                .put("seconds", 5)
                .put("longest", 3600)
                .put("otherwise", "mailbox-101")
                .putArray("members")
                .add("101");
        ((ObjectNode) plan.get("callers").get("vips")).put(caller.number(), "sales");
        learns(() -> publish(plan));
        caller.calls(Outside.MAIN_NUMBER).hears("You are next in line");
        harbor.wire().cut();

        caller.presses("7").hears("Thank you for waiting").presses("0");
        HARBOR.frontDesk().answers().hears("Call for Front Desk").presses("1");
        caller.isConnectedTo(HARBOR.frontDesk()).hangsUp();
        harbor.mend();

        assertThat(told(ended(), "text"))
                .containsSubsequence("Waiting for Sales, number 1", "Waiting for Sales", "Talking to Front Desk");
    }

    /** A recording may run which nobody could end now, and whoever answers outside is not told of it (C32). */
    @Test
    void a_caller_who_may_be_recorded_is_not_led_to_a_phone_outside_but_to_what_stands_after_it() throws Exception {
        var plan = (ObjectNode) harbor.company().get("/api/callflow/versions/0").body();
        var nodes = (ObjectNode) plan.get("nodes");
        nodes.putObject("private").put("type", "extension").put("ext", "101").put("otherwise", "service");
        nodes.putObject("service")
                .put("type", "outside")
                .put("number", HARBOR.caller().number())
                .put("seconds", 20)
                .put("otherwise", "mailbox-101");
        ((ObjectNode) plan.get("callers").get("vips")).put(caller.number(), "private");
        learns(() -> publish(plan));
        try {
            learns(() -> recorded("everywhere"));
            caller.calls(Outside.MAIN_NUMBER).hears("This call is recorded");
            dana.rings();
            harbor.wire().cut();

            dana.declines();
            caller.hears("after the tone").hangsUp();
        } finally {
            harbor.mend();
            learns(() -> recorded("never"));
        }

        var call = ended();
        assertThat(told(call, "text"))
                .containsSubsequence("Ringing Dana Whitfield", "Leaving a message for Dana Whitfield")
                .noneMatch(text -> text.contains("outside"));
        assertThat(told(call, "reason")).anyMatch(reason -> reason.contains(WITHOUT));
    }

    /** Returns when what is known by heart has changed with it. */
    private static void learns(Runnable change) throws Exception {
        var before = harbor.writtenDown();
        change.run();
        await().until(() -> !harbor.writtenDown().equals(before));
    }

    private static void recorded(String incoming) {
        var wanted = new HashMap<String, Object>();
        wanted.put("incoming", incoming);
        wanted.put("outgoing", "never");
        wanted.put("state", null);
        wanted.put(
                "version",
                harbor.company().get("/api/settings/recording").body().get("version"));
        assertThat(harbor.company().put("/api/settings/recording", wanted).status())
                .isEqualTo(200);
    }

    @Test
    void whoever_is_at_the_dashboard_is_told_that_calls_go_on_until_the_database_is_back() throws Exception {
        try (var browser = new Browser()) {
            Page page = browser.tab(harbor.signInLink());
            page.locator("h1").getByText("Overview").waitFor();
            harbor.wire().cut();
            page.locator("nav a[href='/voicemail']").first().click();

            var banner = page.locator("pbx-banner").filter(new Locator.FilterOptions().setHasText("Calls go on"));
            PlaywrightAssertions.assertThat(banner).containsText("The database can’t be reached.");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : List.of(1440, 390)) {
                    page.setViewportSize(width, 900);
                    PlaywrightAssertions.assertThat(banner).isVisible();
                    assertThat(Axe.violations(page)).isEmpty();
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "outage-%s-%d.png".formatted(scheme, width))));
                }
            }
            harbor.mend();
            PlaywrightAssertions.assertThat(banner).hasCount(0);
        }
    }

    private static void publish(JsonNode plan) {
        long version = harbor.company()
                .get("/api/callflow/draft")
                .body()
                .get("version")
                .asLong();
        harbor.company().put("/api/callflow/draft", Map.of("plan", plan, "version", version));
        var draft = harbor.company().get("/api/callflow/draft").body();
        var published = harbor.company()
                .post(
                        "/api/callflow/publish",
                        Map.of("version", draft.get("version"), "published", draft.get("published"), "note", "VIP"));
        assertThat(published.status()).isEqualTo(200);
    }

    private JsonNode ended() {
        return await().until(
                        this::calls,
                        calls -> calls.size() == 1
                                && !calls.getFirst().get("live").asBoolean())
                .getFirst();
    }

    private List<JsonNode> calls() {
        return ofCaller("/api/calls?limit=200");
    }

    private List<JsonNode> voicemails() {
        return ofCaller("/api/voicemails");
    }

    private List<JsonNode> ofCaller(String list) {
        return harbor.company()
                .get(list)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller.number()))
                .toList();
    }

    private static List<String> told(JsonNode call, String field) {
        return harbor.company()
                .get("/api/calls/" + call.get("id").asString())
                .body()
                .get("steps")
                .valueStream()
                .map(step -> step.get(field).asString())
                .toList();
    }
}
