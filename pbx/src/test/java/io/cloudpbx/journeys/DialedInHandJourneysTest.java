package io.cloudpbx.journeys;

import static io.cloudpbx.journeys.HarborDental.LUIS;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** People whom Dana calls from the dashboard: hung up on, transferred, parked, and given to a colleague who was asked first. */
class DialedInHandJourneysTest {
    private static final Path PICTURES = Path.of("target", "dialed-in-hand");

    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person dana = HARBOR.dana();
    private final Person luis = HARBOR.luis();
    private final Person maria = HARBOR.caller();
    private final Dialed call = new Dialed(programs, dana, maria);

    @BeforeAll
    static void theyStayParked() {
        var company = HARBOR.programs().company();
        long version =
                company.get("/api/settings/parking").body().get("version").asLong();
        assertThat(company.put("/api/settings/parking", Map.of("minutes", 30, "version", version))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_call_is_ended_for_both_from_the_dashboard_whatever_is_done_with_it() {
        String talking = call.talks();
        call.does(talking, "hang-up");
        dana.isHungUpOn();
        maria.isHungUpOn();
        assertThat(call.ended(talking).get("outcome").asString()).isEqualTo("answered");
        assertThat(call.act(talking, "hang-up").code()).isEqualTo("call_over");

        String held = call.talks();
        call.isHeld(held);
        call.does(held, "hang-up");
        dana.isHungUpOn();
        maria.hears("Goodbye").isHungUpOn();
        call.ended(held);

        String parked = call.talks();
        call.does(parked, "park");
        dana.hears("They are parked").isHungUpOn();
        call.isAt(parked, "held");
        call.does(parked, "hang-up");
        maria.isHungUpOn();
        call.ended(parked);
    }

    @Test
    void a_call_that_still_rings_is_ended_from_the_dashboard() {
        String id = call.dials();
        dana.rings();
        await().until(() -> call.act(id, "hang-up").status() == 200);

        dana.isHungUpOn();
        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("not_taken");
    }

    @Test
    void whoever_is_called_is_transferred_to_somebody_who_hears_by_whom_and_whoever_called_may_call_again() {
        String id = call.talks();

        call.does(id, "transfer", Map.of("to", LUIS));

        dana.hears("They are not with you any more").isHungUpOn();
        luis.answers().hears("Dana Whitfield transferred it to you").presses("1");
        maria.isConnectedTo(luis);
        call.isAt(id, "talking");
        maria.says("Who is this?");
        luis.hears("Who is this?");
        var now = call.now(id);
        assertThat(now.get("direction").asString()).isEqualTo("outbound");
        assertThat(now.get("to").asString()).isEqualTo(maria.number());
        assertThat(now.at("/extension/ext").asString()).isEqualTo(LUIS);

        var other = new Dialed(programs, dana, HARBOR.caller());
        String next = other.talks();
        dana.hangsUp();
        other.ended(next);

        luis.hangsUp();
        maria.hears("Goodbye").isHungUpOn();
        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("answered");
        assertThat(call.steps(id, "text"))
                .containsSubsequence("Talking", "Ringing Luis Ortega", "Talking to Luis Ortega", "The call ended")
                .containsOnlyOnce("The call ended");
        assertThat(call.steps(id, "reason")).contains("Dana Whitfield transferred the call");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void whom_nobody_takes_comes_back_and_the_phone_says_so() {
        String id = call.talks();
        call.does(id, "transfer", Map.of("to", LUIS));
        dana.isHungUpOn();

        luis.declines();

        dana.answers().hears("It comes back to you, as nobody took it").presses("1");
        await().until(() -> call.steps(id, "text").contains("Talking to Dana Whitfield"));
        maria.says("There you are.");
        dana.hears("There you are.");
        call.isAt(id, "talking");

        // From then on it is like any other call that somebody has.
        call.does(id, "hold");
        maria.hears("Please hold");
        dana.hears("They are on hold");
        call.isAt(id, "held");
        call.does(id, "resume");
        maria.hears("Thank you for holding").says("Hello?");
        dana.hears("Hello?").hangsUp();
        maria.hears("Goodbye").isHungUpOn();
        call.ended(id);
    }

    @Test
    void whom_nobody_takes_any_more_leaves_a_message() {
        String id = call.talks();
        call.does(id, "transfer", Map.of("to", LUIS));
        dana.isHungUpOn();
        luis.declines();
        dana.declines();

        maria.hears("You've reached Dana Whitfield").hangsUp();

        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("answered");
        var missed = await().until(() -> of("/api/missed-calls?limit=200"), found -> !found.isEmpty());
        assertThat(missed.getFirst().at("/last/id").asString()).isEqualTo(id);
    }

    @Test
    void who_waits_on_hold_is_transferred_as_well() {
        String id = call.talks();
        call.isHeld(id);

        call.does(id, "transfer", Map.of("to", LUIS));

        dana.hears("They are not with you any more").isHungUpOn();
        luis.answers().hears("press 1").presses("1");
        maria.isConnectedTo(luis).hangsUp();
        call.ended(id);
    }

    @Test
    void whoever_is_called_is_parked_and_anybody_picks_them_up() {
        String id = call.talks();

        call.does(id, "park");

        maria.hears("Please hold");
        call.isAt(id, "held");
        int slot = call.now(id).at("/inHands/slot").asInt();
        dana.hears("They are parked in slot " + slot).isHungUpOn();
        call.does(id, "pick-up");
        dana.answers().hears("The caller was parked").presses("1");
        call.isAt(id, "talking");
        maria.says("Hello again.");
        dana.hears("Hello again.");
        maria.hangsUp();
        dana.isHungUpOn();
        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("answered");
        assertThat(call.steps(id, "text")).contains("Parked in slot " + slot);
        assertThat(call.steps(id, "reason")).contains("Dana Whitfield parked the caller");
    }

    @Test
    void a_colleague_is_asked_first_and_takes_them_over() {
        String id = call.talks();

        call.does(id, "ask", Map.of("to", LUIS));
        maria.hears("Please hold");
        dana.hears("Calling Luis Ortega");
        luis.answers().hears("Dana Whitfield has a question about a call with").presses("1");
        await().until(() -> call.now(id).at("/inHands/colleagueThere").asBoolean());
        dana.says("Can you take Maria?");
        luis.hears("Can you take Maria?");
        call.does(id, "pass-on");

        dana.hears("You passed them on").isHungUpOn();
        maria.hears("Thank you for holding").says("Is this Luis?");
        luis.hears("Is this Luis?").hangsUp();
        maria.hears("Goodbye").isHungUpOn();
        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("answered");
        assertThat(call.steps(id, "text")).containsSubsequence("Ringing Luis Ortega", "Passed on to Luis Ortega");
    }

    @Test
    void a_colleague_who_does_not_take_the_call_leaves_the_two_as_they_were_also_after_a_hold() {
        String id = call.talks();
        call.isHeld(id);
        call.isResumed(id);
        call.does(id, "ask", Map.of("to", LUIS));
        maria.hears("Please hold");
        luis.declines();

        dana.hears("Luis Ortega did not take the call. Here they are again.");
        maria.hears("Thank you for holding").says("Hello again.");
        dana.hears("Hello again.");
        maria.hangsUp();
        dana.hears("They hung up").isHungUpOn();
        call.ended(id);
    }

    @Test
    void all_three_talk_together() {
        String id = call.talks();
        call.does(id, "ask", Map.of("to", LUIS));
        maria.hears("Please hold");
        luis.answers().hears("has a question").presses("1");
        await().until(() -> call.now(id).at("/inHands/colleagueThere").asBoolean());

        call.does(id, "join");

        maria.hears("Thank you for holding").says("Hello, both of you.");
        dana.hears("Hello, both of you.");
        luis.hears("Hello, both of you.");
        maria.hangsUp();
        call.ended(id);
    }

    @Test
    void what_cannot_be_is_refused_by_name_and_the_two_talk_on() {
        String id = call.dials();
        dana.rings();
        for (String act : List.of("park", "pass-on", "join")) {
            assertThat(call.act(id, act).code()).as(act).isEqualTo("call_not_with_us");
        }
        assertThat(transfer(id, LUIS).code()).isEqualTo("call_not_with_us");
        call.isTaken(id);

        assertThat(transfer(id, HarborDental.DANA).body().at("/errors/0/code").asString())
                .isEqualTo("same_extension");
        assertThat(transfer(id, "198").body().at("/errors/0/code").asString()).isEqualTo("unknown_extension");
        assertThat(call.act(id, "pass-on").code()).isEqualTo("colleague_not_there");
        assertThat(call.act(id, "pick-up").code()).isEqualTo("not_parked");
        maria.says("Are you there?");
        dana.hears("Are you there?");
        call.isHeld(id);
        call.isResumed(id);
        dana.hangsUp();
        maria.isHungUpOn();
        call.ended(id);
        assertThat(call.act(id, "park").code()).isEqualTo("call_over");
        assertThat(transfer(id, LUIS).code()).isEqualTo("call_over");
    }

    private Company.Reply transfer(String id, String to) {
        return programs.company().post("/api/calls/" + id + "/transfer", Map.of("to", to));
    }

    @Test
    void a_carrier_that_refuses_leaves_the_two_together() {
        String id = call.talks();
        programs.outside().nextChangeFails(400, false);

        assertThat(call.act(id, "park").code()).isEqualTo("carrier_unavailable");

        dana.says("Hello?");
        maria.hears("Hello?");
        call.does(id, "park");
        maria.hears("Please hold");
        dana.hears("They are parked").isHungUpOn();
        maria.hangsUp();
        call.ended(id);
    }

    @Test
    void the_call_s_page_does_all_of_it() throws Exception {
        String id = call.talks();
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/calls/" + id);
            button(page, "Park").waitFor();
            button(page, "Ask a Colleague…").waitFor();
            OnTheLine.look(page, PICTURES, "talking");
            button(page, "Park").click();
            maria.hears("Please hold");
            dana.hears("They are parked").isHungUpOn();
            page.locator(".list-detail .pill").getByText("Parked").waitFor();
            OnTheLine.look(page, PICTURES, "parked");
            button(page, "Pick Up").click();
            dana.answers().hears("The caller was parked").presses("1");
            button(page, "Hold").waitFor();

            button(page, "Transfer…").click();
            page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).selectOption(LUIS);
            page.getByText("the other side comes back to them").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("transfer.png")));
            button(page, "Transfer").click();
            luis.answers().hears("press 1").presses("1");
            maria.isConnectedTo(luis);
            page.getByText("Talking to Luis Ortega").first().waitFor();

            button(page, "Hang Up…").click();
            button(page, "Hang Up").click();

            maria.isHungUpOn();
            page.getByText("The call ended").first().waitFor();
            PlaywrightAssertions.assertThat(button(page, "Hang Up…")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
        call.ended(id);
    }

    private List<JsonNode> listed() {
        return of("/api/calls?limit=200");
    }

    /** Whatever there is about Maria. */
    private List<JsonNode> of(String list) {
        return programs.company()
                .get(list)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.toString().contains(maria.number()))
                .toList();
    }
}
