package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People whom Dana calls from the dashboard, and puts on hold. */
class HoldDialedJourneysTest {
    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person dana = HARBOR.dana();
    private final Person maria = HARBOR.caller();
    private final Dialed call = new Dialed(programs, dana, maria);

    @Test
    void whoever_is_called_waits_with_music_and_the_two_talk_on_as_often_as_one_likes() {
        String id = call.talks();
        for (int i = 0; i < 2; i++) {
            call.isHeld(id);
            maria.says("Are you there?");
            call.isResumed(id);
            dana.says("I have looked it up.");
            maria.hears("I have looked it up.").says("Thank you.");
            dana.hears("Thank you.");
        }
        assertThat(programs.outside().story(dana.callSid()))
                .noneMatch(line -> line.equals("handset heard Are you there?"));
        maria.hangsUp();

        dana.hears("They hung up").isHungUpOn();
        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("answered");
        assertThat(call.steps(id, "text"))
                .containsSubsequence("Talking", "On hold", "Talking", "On hold", "Talking", "The call ended");
        assertThat(call.steps(id, "reason")).contains("Dana Whitfield put them on hold");
    }

    @Test
    void whoever_calls_hears_that_they_wait_and_may_hang_up_on_them() {
        String id = call.talks();
        call.isHeld(id);
        dana.hears("They are on hold").hangsUp();

        maria.hears("Goodbye").isHungUpOn();
        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("answered");
    }

    @Test
    void who_hangs_up_on_hold_ends_the_call() {
        String id = call.talks();
        call.isHeld(id);
        maria.hangsUp();

        dana.hears("They hung up").isHungUpOn();
        assertThat(call.ended(id).get("outcome").asString()).isEqualTo("answered");
    }

    @Test
    void whoever_calls_ends_the_conversation_after_a_hold_as_ever() {
        String id = call.talks();
        call.isHeld(id);
        call.isResumed(id);
        dana.hangsUp();

        maria.hears("Goodbye").isHungUpOn();
        call.ended(id);
    }

    @Test
    void what_cannot_be_is_refused_by_name_and_what_is_so_already_changes_nothing() {
        String id = call.dials();
        dana.rings();
        assertThat(call.act(id, "hold").code()).isEqualTo("call_not_with_us");
        assertThat(call.act(id, "resume").code()).isEqualTo("call_not_with_us");
        call.isTaken(id);
        assertThat(call.act(id, "resume").code()).isEqualTo("call_not_with_us");
        call.isHeld(id);
        assertThat(call.act(id, "hold").status()).isEqualTo(200);
        call.isResumed(id);
        assertThat(call.act(id, "resume").status()).isEqualTo(200);
        assertThat(call.steps(id, "kind")).containsExactly("ringing", "ringing", "connected", "held", "connected");
        maria.hangsUp();
        call.ended(id);
        assertThat(call.act(id, "hold").code()).isEqualTo("call_over");
        assertThat(call.act(id, "resume").code()).isEqualTo("call_over");
    }

    @Test
    void an_agent_holds_whom_they_called_and_nobody_else_s() {
        var agent = agent();
        String id = call.talks();
        assertThat(agent.post("/api/calls/" + id + "/hold", Map.of()).status()).isEqualTo(200);
        maria.hears("Please hold");
        call.isAt(id, "held");
        assertThat(agent.post("/api/calls/" + id + "/resume", Map.of()).status())
                .isEqualTo(200);
        maria.hears("Thank you for holding").hangsUp();
        call.ended(id);

        Person luis = HARBOR.luis();
        Person other = HARBOR.caller();
        var others = new Dialed(programs, luis, other);
        String theirs = others.dials(Map.of("ext", HarborDental.LUIS));
        others.isTaken(theirs);
        assertThat(agent.post("/api/calls/" + theirs + "/hold", Map.of()).code())
                .isEqualTo("not_your_call");
        assertThat(others.now(theirs).get("where").asString()).isEqualTo("talking");
        other.hangsUp();
        others.ended(theirs);
    }

    private Company agent() {
        var token = programs.company().post("/api/tokens", Map.of("name", "Dana at work", "role", "agent"));
        return new Company(programs.company().base(), token.body().get("token").asString());
    }

    @ParameterizedTest(name = "{0} {1}: the two talk on {2}")
    @CsvSource({"503, false, true", "400, false, true", "503, true, false"})
    void a_carrier_that_fails_is_told_of_and_nobody_is_lost(int status, boolean executed, boolean talkOn) {
        String id = call.talks();
        programs.outside().nextChangeFails(status, executed);

        var refused = call.act(id, "hold");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.code()).isEqualTo("carrier_unavailable");
        if (talkOn) {
            dana.says("Hello?");
            maria.hears("Hello?");
            call.isHeld(id);
        } else {
            maria.hears("Please hold");
            call.isAt(id, "held");
            assertThat(call.act(id, "hold").status()).isEqualTo(200);
        }
        call.isResumed(id);
        dana.hangsUp();
        maria.hears("Goodbye").isHungUpOn();
        call.ended(id);
    }

    @Test
    void who_is_not_on_the_line_any_more_is_not_held_and_the_call_is_over() {
        String id = call.talks();
        programs.outside().nextChangeFails(404, false);

        assertThat(call.act(id, "hold").code()).isEqualTo("call_over");

        dana.hears("They hung up").isHungUpOn();
        maria.isHungUpOn();
        call.ended(id);
    }

    @Test
    void the_call_s_page_holds_and_resumes_by_keyboard_in_any_light_and_width() throws Exception {
        String id = call.talks();
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/calls/" + id);
            look(page, "talking", "Hold");
            button(page, "Hold").press("Enter");
            maria.hears("Please hold");
            page.getByText("Dana Whitfield put them on hold").waitFor();
            page.locator(".list-detail .pill").getByText("On hold").waitFor();
            PlaywrightAssertions.assertThat(button(page, "Resume")).isFocused();
            look(page, "held", "Resume");

            page.keyboard().press("Enter");

            maria.hears("Thank you for holding");
            page.getByText("The two are back together").waitFor();
            PlaywrightAssertions.assertThat(button(page, "Hold")).isFocused();
            assertThat(browser.complaints()).isEmpty();
        }
        maria.hangsUp();
        call.ended(id);
    }

    /** The carrier told it once, and that was lost. */
    @Test
    void who_hung_up_on_hold_is_asked_about_when_nothing_is_heard_of_it() {
        HARBOR.expectsAlerts();
        String id = call.talks();
        call.isHeld(id);
        programs.outside()
                .breaks(Map.of(
                        "where", Map.of("part", "webhook", "number", maria.number()), "what", Map.of("fault", "drop")));
        maria.hangsUp();
        programs.bean(JdbcClient.class)
                .sql("update dialed_call set news_at = news_at - interval '1 minute' where id = :id::uuid")
                .param("id", id)
                .update();

        sweep().run();

        dana.hears("They hung up").isHungUpOn();
        call.ended(id);
    }

    private Recurring sweep() {
        return programs.beans(Recurring.class).stream()
                .filter(recurring -> recurring.name().equals("dialing.sweep-quiet"))
                .findFirst()
                .orElseThrow();
    }

    private static void look(Page page, String name, String shown) {
        for (int width : List.of(390, 1440)) {
            page.setViewportSize(width, 900);
            for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                button(page, shown).waitFor();
                assertThat(Axe.violations(page))
                        .as("%s %s %s", name, width, light)
                        .isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "hold-dialed", "%s-%s-%s.png".formatted(name, width, light))));
            }
        }
    }
}
