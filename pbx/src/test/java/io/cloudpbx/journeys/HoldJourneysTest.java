package io.cloudpbx.journeys;

import static io.cloudpbx.journeys.HarborDental.DANA;
import static io.cloudpbx.journeys.HarborDental.LUIS;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers of Harbor Dental who are put on hold. */
class HoldJourneysTest {
    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person caller = HARBOR.caller();
    private final Person dana = HARBOR.dana();
    private final Person luis = HARBOR.luis();
    private final OnTheLine call = new OnTheLine(programs, caller);

    @Test
    void a_caller_waits_with_music_and_the_two_talk_on_as_often_as_one_likes() {
        call.talksWith(DANA, dana);
        for (int i = 0; i < 2; i++) {
            call.isHeld();
            caller.says("Are you there?");
            call.isResumed();
            caller.says("I have waited.");
            dana.hears("I have waited.").says("Here I am.");
            caller.hears("Here I am.");
        }
        assertThat(story()).noneMatch(line -> line.equals("handset heard Are you there?"));
        caller.hangsUp();

        dana.hears("The caller hung up").isHungUpOn();
        assertThat(call.ended().get("outcome").asString()).isEqualTo("answered");
        assertThat(call.steps("text"))
                .containsSubsequence(
                        "Talking to Dana Whitfield",
                        "On hold",
                        "Talking to Dana Whitfield",
                        "On hold",
                        "The call ended");
        assertThat(call.steps("reason"))
                .contains("Dana Whitfield put the caller on hold", "Dana Whitfield came to the caller");
    }

    /** Of the call, as the carrier tells it: Dana's phone is its only handset. */
    private List<String> story() {
        return programs.outside().story(dana.callSid());
    }

    @Test
    void whoever_hangs_up_after_a_hold_ends_the_conversation_as_ever() {
        call.talksWith(DANA, dana);
        call.isHeld();
        call.isResumed();
        dana.hangsUp();

        caller.hears("Goodbye").isHungUpOn();
        assertThat(call.ended().get("outcome").asString()).isEqualTo("answered");
    }

    @Test
    void a_caller_who_hangs_up_on_hold_is_told_of() {
        call.talksWith(DANA, dana);
        call.isHeld();
        caller.hangsUp();

        dana.hears("The caller hung up").isHungUpOn();
        call.ended();
    }

    @Test
    void who_hangs_up_on_a_caller_on_hold_is_rung_again_and_told_why() {
        call.talksWith(DANA, dana);
        call.isHeld();
        dana.hangsUp();

        dana.answers().hears("The caller was on hold with you").presses("1");
        call.isAt("talking");
        caller.says("I am back.");
        dana.hears("I am back.");
        caller.hangsUp();
        call.ended();
        assertThat(call.steps("reason")).contains("Dana Whitfield hung up while the caller was on hold");
    }

    @Test
    void who_is_not_taken_from_hold_any_more_can_leave_a_message_and_was_missed() {
        call.talksWith(DANA, dana);
        call.isHeld();
        dana.hangsUp();
        dana.declines();

        caller.hears("You've reached Dana Whitfield").hangsUp();
        assertThat(call.ended().get("outcome").asString()).isEqualTo("missed");
    }

    @Test
    void who_is_on_hold_can_be_transferred_and_whoever_had_them_is_told_so() {
        call.talksWith(DANA, dana);
        call.isHeld();

        assertThat(call.act("transfer", Map.of("to", LUIS)).status()).isEqualTo(200);

        dana.hears("The caller is not with you any more").isHungUpOn();
        luis.answers().hears("Dana Whitfield transferred it to you").presses("1");
        caller.isConnectedTo(luis);
        call.isHeld();
        call.isResumed();
        caller.hangsUp();
        luis.hears("The caller hung up").isHungUpOn();
    }

    @Test
    void what_cannot_be_is_refused_by_name_and_what_is_so_already_changes_nothing() {
        caller.calls(Outside.MAIN_NUMBER).beginsToHear("Thank you for calling");
        assertThat(call.act("hold").code()).isEqualTo("call_not_with_us");
        assertThat(call.act("resume").code()).isEqualTo("call_not_with_us");
        caller.hears("press 0").presses(DANA);
        dana.answers().hears("press 1").presses("1");
        call.isAt("talking");
        assertThat(call.act("resume").code()).isEqualTo("call_not_with_us");
        call.isHeld();
        assertThat(call.act("hold").status()).isEqualTo(200);
        call.isResumed();
        assertThat(call.act("resume").status()).isEqualTo(200);
        String at = call.path();
        caller.hangsUp();
        call.ended();
        assertThat(programs.company().post(at + "/hold", Map.of()).code()).isEqualTo("call_over");
        assertThat(programs.company().post(at + "/resume", Map.of()).code()).isEqualTo("call_over");
    }

    @Test
    void an_agent_holds_their_own_callers_and_nobody_else_s() {
        var token = programs.company().post("/api/tokens", Map.of("name", "Dana at work", "role", "agent"));
        var agent =
                new Company(programs.company().base(), token.body().get("token").asString());
        call.talksWith(LUIS, luis);
        String at = call.path();

        assertThat(agent.post(at + "/hold", Map.of()).code()).isEqualTo("not_your_call");
        assertThat(call.live().get("where").asString()).isEqualTo("talking");
        luis.hangsUp();

        var other = new OnTheLine(programs, HARBOR.caller());
        other.talksWith(DANA, dana);
        assertThat(agent.post(other.path() + "/hold", Map.of()).status()).isEqualTo(200);
        other.caller().hears("Please hold").hangsUp();
    }

    @ParameterizedTest(name = "{0} {1}: the two talk on {2}")
    @CsvSource({"503, false, true", "400, false, true", "503, true, false"})
    void a_carrier_that_fails_is_told_of_and_the_caller_is_not_lost(int status, boolean executed, boolean talkOn) {
        call.talksWith(DANA, dana);
        call.nextChangeFails(status, executed);

        var refused = call.act("hold");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.code()).isEqualTo("carrier_unavailable");
        if (talkOn) {
            caller.says("Hello?");
            dana.hears("Hello?");
            call.isHeld();
        } else {
            caller.hears("Please hold");
            call.isAt("held");
            call.does("hold");
        }
        call.isResumed();
        caller.hangsUp();
        dana.hears("The caller hung up").isHungUpOn();
    }

    /** The carrier knows it before the news of it is here. */
    @Test
    void who_hangs_up_before_their_phone_is_led_away_for_a_hold_is_rung_again() {
        call.talksWith(DANA, dana);
        call.nextChangeFails(404, false);

        assertThat(call.act("hold").code()).isEqualTo("call_not_with_us");
        dana.hangsUp();

        dana.answers().hears("The caller was on hold with you").presses("1");
        call.isAt("talking");
        caller.hangsUp();
    }

    @Test
    void who_is_parked_by_somebody_who_hangs_up_at_once_is_parked() {
        call.talksWith(DANA, dana);
        call.nextChangeFails(404, false);

        call.does("park");
        dana.hangsUp();

        caller.hears("Please hold");
        call.isAt("held");
        caller.hangsUp();
    }

    @Test
    void the_call_s_page_holds_and_resumes_in_any_light_and_width() throws Exception {
        call.talksWith(DANA, dana);
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/calls/"
                    + call.live().get("id").asString());
            OnTheLine.look(page, Path.of("target", "hold"), "talking");
            button(page, "Hold").click();
            caller.hears("Please hold");
            page.getByText("Dana Whitfield put the caller on hold").waitFor();
            page.getByText("The caller is on hold").first().waitFor();
            OnTheLine.look(page, Path.of("target", "hold"), "held");

            button(page, "Resume").click();

            caller.hears("Thank you for holding");
            page.getByText("Dana Whitfield came to the caller").waitFor();
            button(page, "Hold").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
        caller.hangsUp();
    }
}
