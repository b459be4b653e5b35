package io.cloudpbx.journeys;

import static io.cloudpbx.journeys.HarborDental.DANA;
import static io.cloudpbx.journeys.HarborDental.LUIS;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callers of Harbor Dental whose person asks a colleague first. */
class ConsultJourneysTest {
    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person caller = HARBOR.caller();
    private final Person dana = HARBOR.dana();
    private final Person luis = HARBOR.luis();
    private final OnTheLine call = new OnTheLine(programs, caller);

    @Test
    void a_colleague_is_asked_first_and_takes_the_caller_over() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("Dana Whitfield has a question about a call from").presses("1");
        talkAside();

        call.does("pass-on");

        dana.hears("You passed the caller on").isHungUpOn();
        caller.hears("Thank you for holding").says("Is this Luis?");
        luis.hears("Is this Luis?").says("It is.");
        caller.hears("It is.");
        assertThat(call.live().at("/extension/ext").asString()).isEqualTo(LUIS);
        luis.hangsUp();
        caller.hears("Goodbye").isHungUpOn();
        assertThat(call.ended().get("outcome").asString()).isEqualTo("answered");
        assertThat(call.steps("text"))
                .containsSubsequence(
                        "Talking to Dana Whitfield",
                        "Ringing Luis Ortega",
                        "Dana Whitfield talks to Luis Ortega",
                        "Passed on to Luis Ortega",
                        "Talking to Luis Ortega");
        assertThat(call.steps("reason"))
                .contains(
                        "Dana Whitfield asks Luis Ortega",
                        "Luis Ortega pressed 1",
                        "Dana Whitfield passed the caller on");
    }

    @Test
    void whoever_took_a_caller_over_holds_and_asks_like_anybody() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("has a question").presses("1");
        talkAside();
        call.does("pass-on");
        caller.hears("Thank you for holding");
        call.isAt("talking");

        call.does("hold");
        caller.hears("Please hold");
        call.isAt("held");
        assertThat(call.act("ask", Map.of("to", DANA)).status()).isEqualTo(200);
        dana.answers().hears("Luis Ortega has a question").presses("1");
        await().until(() -> call.live().at("/inHands/colleagueThere").asBoolean());
        call.does("pass-on");

        luis.hears("You passed the caller on").isHungUpOn();
        caller.hears("Thank you for holding").says("Dana again?");
        dana.hears("Dana again?").hangsUp();
        caller.isHungUpOn();
    }

    @Test
    void a_colleague_who_does_not_take_the_call_leaves_the_two_as_they_were() {
        call.talksWith(DANA, dana);
        asks();
        luis.declines();

        dana.hears("Luis Ortega did not take the call. Here is your caller again.");
        caller.hears("Thank you for holding").says("Hello again.");
        dana.hears("Hello again.");
        assertThat(call.act("pass-on").code()).isEqualTo("colleague_not_there");
        caller.hangsUp();
        dana.hears("The caller hung up").isHungUpOn();
        assertThat(call.steps("reason")).contains("Luis Ortega did not take the call");
    }

    @Test
    void a_colleague_who_presses_nothing_as_a_voicemail_does_is_never_joined() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("Press 1 to talk").isHungUpOn();

        dana.hears("Luis Ortega did not take the call");
        caller.hears("Thank you for holding").hangsUp();
    }

    @Test
    void a_colleague_who_hangs_up_gives_the_caller_back() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("has a question").presses("1");
        talkAside();
        luis.hangsUp();

        dana.hears("Luis Ortega hung up. Here is your caller again.");
        caller.hears("Thank you for holding").hangsUp();
        dana.hears("The caller hung up").isHungUpOn();
    }

    @Test
    void who_asked_goes_back_to_the_caller_and_the_colleague_is_let_go() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("has a question").presses("1");
        talkAside();

        call.does("resume");

        luis.isHungUpOn();
        caller.hears("Thank you for holding").says("There you are.");
        dana.hears("There you are.").hangsUp();
        caller.hears("Goodbye").isHungUpOn();
    }

    @Test
    void a_caller_who_hangs_up_meanwhile_is_told_of_to_both() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("has a question").presses("1");
        talkAside();
        caller.hangsUp();

        luis.hears("The caller hung up").isHungUpOn();
        dana.hears("The caller hung up").isHungUpOn();
    }

    @Test
    void a_caller_who_hangs_up_while_the_colleague_s_phone_rings_stops_it() {
        call.talksWith(DANA, dana);
        asks();
        luis.rings();
        caller.hangsUp();

        dana.hears("The caller hung up").isHungUpOn();
        luis.isHungUpOn();
    }

    @Test
    void who_hangs_up_while_asking_is_rung_again_with_the_caller() {
        call.talksWith(DANA, dana);
        asks();
        luis.rings();
        dana.hangsUp();

        dana.answers().hears("The caller was on hold with you").presses("1");
        luis.isHungUpOn();
        call.isAt("talking");
        caller.says("Still here.");
        dana.hears("Still here.");
        caller.hangsUp();
    }

    @Test
    void all_three_talk_and_when_whoever_brought_them_together_leaves_the_two_go_on() {
        threeTalk();
        dana.hangsUp();

        await().until(() -> call.live().at("/extension/ext").asString().equals(LUIS));
        caller.says("Only us now.");
        luis.hears("Only us now.").hangsUp();
        caller.hears("Goodbye").isHungUpOn();
        assertThat(call.steps("reason")).contains("Dana Whitfield talks with both", "Dana Whitfield hung up");
    }

    @Test
    void all_three_talk_and_when_the_colleague_leaves_the_two_go_on() {
        threeTalk();
        luis.hangsUp();

        await().until(() -> call.live().at("/inHands/stage").asString("").equals("together"));
        caller.says("Only us now.");
        dana.hears("Only us now.").hangsUp();
        caller.hears("Goodbye").isHungUpOn();
    }

    @Test
    void all_three_talk_and_when_the_caller_leaves_the_two_go_on_until_one_is_alone() {
        threeTalk();
        caller.hangsUp();

        call.ended();
        dana.says("That went well.");
        luis.hears("That went well.").hangsUp();
        dana.hears("The caller hung up").isHungUpOn();
    }

    @Test
    void whoever_ends_the_call_ends_it_for_all_three() {
        threeTalk();

        call.does("hang-up");

        caller.isHungUpOn();
        dana.isHungUpOn();
        luis.isHungUpOn();
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        call.talksWith(DANA, dana);
        assertThat(refusal(DANA)).isEqualTo("same_extension");
        assertThat(refusal("198")).isEqualTo("unknown_extension");
        assertThat(call.act("pass-on").code()).isEqualTo("colleague_not_there");
        assertThat(call.act("join").code()).isEqualTo("colleague_not_there");
        asks();
        luis.rings();
        assertThat(call.act("pass-on").code()).isEqualTo("colleague_not_there");
        assertThat(call.act("ask", Map.of("to", LUIS)).code()).isEqualTo("colleague_asked");
        caller.hangsUp();
    }

    @Test
    void a_colleague_whose_phone_may_not_be_called_is_not_asked() {
        var jdbc = programs.bean(JdbcClient.class);
        String phone = jdbc.sql("select forward_to from extension where ext = ?")
                .param(LUIS)
                .query(String.class)
                .single();
        call.talksWith(DANA, dana);
        try {
            jdbc.sql("update extension set forward_to = '+442079460018' where ext = ?")
                    .param(LUIS)
                    .update();
            assertThat(refusal(LUIS)).isEqualTo("country_not_allowed");
        } finally {
            jdbc.sql("update extension set forward_to = ? where ext = ?")
                    .params(phone, LUIS)
                    .update();
        }
        caller.hangsUp();
    }

    private String refusal(String ext) {
        return call.act("ask", Map.of("to", ext)).body().at("/errors/0/code").asString();
    }

    @Test
    void a_carrier_that_does_not_lead_the_colleague_leaves_everybody_where_they_are() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("has a question").presses("1");
        talkAside();
        call.nextChangeFails(429, false);

        assertThat(call.act("pass-on").code()).isEqualTo("carrier_unavailable");

        dana.says("Not yet.");
        luis.hears("Not yet.");
        call.does("pass-on");
        caller.hears("Thank you for holding").hangsUp();
        luis.hears("The caller hung up").isHungUpOn();
    }

    @Test
    void the_call_s_page_asks_a_colleague_and_brings_all_together_in_any_light_and_width() throws Exception {
        call.talksWith(DANA, dana);
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/calls/"
                    + call.live().get("id").asString());
            button(page, "Ask a Colleague…").click();
            button(page, "Call").click();
            page.getByText("Choose whom to ask.").waitFor();
            page.getByLabel("Whom").selectOption(LUIS);
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "consult", "sheet.png")));
            button(page, "Call").click();
            luis.answers().hears("has a question").presses("1");
            page.getByText("Luis Ortega is on the line, without the caller").waitFor();
            OnTheLine.look(page, Path.of("target", "consult"), "aside");

            button(page, "Talk All Together").click();

            caller.hears("Thank you for holding");
            page.getByText("Luis Ortega talks with both").waitFor();
            OnTheLine.look(page, Path.of("target", "consult"), "all");
            luis.hangsUp();
            button(page, "Hold").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
        caller.hangsUp();
    }

    private void asks() {
        var reply = call.act("ask", Map.of("to", LUIS));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        caller.hears("Please hold");
        dana.hears("Calling Luis Ortega");
        call.isAt("held");
    }

    private void talkAside() {
        await().until(() -> call.live().at("/inHands/colleagueThere").asBoolean());
        dana.says("Can you help?");
        luis.hears("Can you help?").says("I can.");
        dana.hears("I can.");
    }

    private void threeTalk() {
        call.talksWith(DANA, dana);
        asks();
        luis.answers().hears("has a question").presses("1");
        talkAside();
        call.does("join");
        caller.hears("Thank you for holding");
        call.isAt("talking");
        caller.says("Hello both.");
        dana.hears("Hello both.");
        luis.hears("Hello both.").says("Hello you.");
        caller.hears("Hello you.");
        dana.hears("Hello you.");
    }
}
