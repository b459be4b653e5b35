package io.cloudpbx.journeys;

import static io.cloudpbx.journeys.HarborDental.DANA;
import static io.cloudpbx.journeys.HarborDental.LUIS;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callers of Harbor Dental who are parked. */
class ParkJourneysTest {
    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person caller = HARBOR.caller();
    private final Person dana = HARBOR.dana();
    private final Person luis = HARBOR.luis();
    private final OnTheLine call = new OnTheLine(programs, caller);

    @BeforeAll
    static void callersStayParked() {
        longest(30);
    }

    /** In minutes that may pass in seconds here. */
    private static void longest(int minutes) {
        var company = HARBOR.programs().company();
        long version =
                company.get("/api/settings/parking").body().get("version").asLong();
        assertThat(company.put("/api/settings/parking", Map.of("minutes", minutes, "version", version))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_caller_is_parked_and_anybody_picks_them_up() {
        call.talksWith(DANA, dana);

        call.does("park");

        caller.hears("Please hold");
        int slot = parked();
        dana.hears("The caller is parked in slot " + slot).isHungUpOn();
        assertThat(call.live().get("summary").asString()).isEqualTo("Parked in slot " + slot);
        assertThat(call.act("resume").code()).isEqualTo("call_not_with_us");

        call.does("pick-up");

        dana.answers().hears("The caller was parked").presses("1");
        call.isAt("talking");
        caller.says("Hello again.");
        dana.hears("Hello again.");
        assertThat(call.act("pick-up").code()).isEqualTo("not_parked");
        caller.hangsUp();
        assertThat(call.ended().get("outcome").asString()).isEqualTo("answered");
        assertThat(call.steps("text")).contains("Parked in slot " + slot);
        assertThat(call.steps("reason")).contains("Dana Whitfield parked the caller");
    }

    @Test
    void callers_on_hold_and_back_from_hold_are_parked_in_slots_of_their_own() {
        call.talksWith(DANA, dana);
        call.isHeld();
        call.isResumed();
        call.does("park");
        caller.hears("Please hold");
        int first = parked();
        dana.isHungUpOn();

        var other = new OnTheLine(programs, HARBOR.caller());
        other.talksWith(LUIS, luis);
        other.isHeld();
        other.does("park");
        luis.hears("The caller is parked").isHungUpOn();
        assertThat(parked(other)).isPositive().isNotEqualTo(first);
        other.caller().hangsUp();
        caller.hangsUp();
    }

    @Test
    void a_caller_whom_nobody_picks_up_rings_at_whoever_parked_them_and_then_leaves_a_message() {
        longest(1);
        call.talksWith(DANA, dana);
        call.does("park");
        dana.isHungUpOn();

        dana.answers().hears("The caller was parked, and nobody picked them up").hangsUp();
        longest(30);

        caller.hears("You've reached Dana Whitfield").hangsUp();
        assertThat(call.ended().get("outcome").asString()).isEqualTo("missed");
        assertThat(call.steps("reason")).contains("Nobody picked up whom Dana Whitfield parked");
    }

    @Test
    void who_declines_a_caller_whom_they_picked_up_leaves_them_to_whoever_parked_them() {
        call.talksWith(LUIS, luis);
        call.does("park");
        luis.hears("The caller is parked").isHungUpOn();
        parked();
        call.does("pick-up");
        dana.declines();

        luis.answers().hears("The caller was parked").presses("1");
        call.isAt("talking");
        caller.hangsUp();
    }

    @Test
    void a_parked_caller_who_hangs_up_is_not_picked_up() {
        call.talksWith(DANA, dana);
        call.does("park");
        dana.isHungUpOn();
        parked();
        String at = call.path();
        caller.hangsUp();
        call.ended();

        assertThat(programs.company().post(at + "/pick-up", Map.of()).code()).isEqualTo("not_parked");
    }

    @Test
    void a_carrier_that_fails_leaves_the_caller_parked() {
        call.talksWith(DANA, dana);
        call.does("park");
        dana.isHungUpOn();
        parked();
        call.nextChangeFails(503, false);

        assertThat(call.act("pick-up").code()).isEqualTo("carrier_unavailable");

        parked();
        call.does("pick-up");
        dana.answers().hears("The caller was parked").presses("1");
        call.isAt("talking");
        caller.hangsUp();
    }

    @Test
    void how_long_is_chosen_within_bounds_and_not_over_somebody_else_s_choice() {
        var now = programs.company().get("/api/settings/parking").body();
        long version = now.get("version").asLong();
        assertThat(programs.company()
                        .put("/api/settings/parking", Map.of("minutes", 31, "version", version))
                        .field())
                .isEqualTo("minutes");
        assertThat(programs.company()
                        .put("/api/settings/parking", Map.of("minutes", 3, "version", version + 1))
                        .code())
                .isEqualTo("settings_changed");
        assertThat(programs.company()
                        .put("/api/settings/parking", Map.of("minutes", 30, "version", version))
                        .body()
                        .get("version")
                        .asLong())
                .isEqualTo(version + 1);
    }

    @Test
    void the_call_s_page_parks_and_picks_up_in_any_light_and_width() throws Exception {
        call.talksWith(DANA, dana);
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/calls/"
                    + call.live().get("id").asString());
            button(page, "Park").click();
            dana.hears("The caller is parked").isHungUpOn();
            button(page, "Pick Up").waitFor();
            page.getByText("Parked · " + parked()).first().waitFor();
            OnTheLine.look(page, Path.of("target", "park"), "parked");

            button(page, "Pick Up").click();

            dana.answers().hears("The caller was parked").presses("1");
            button(page, "Hold").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
        caller.hangsUp();
    }

    private int parked() {
        return parked(call);
    }

    /** The slot, once the caller is there. */
    private static int parked(OnTheLine who) {
        return await().until(
                        who::live,
                        call -> call.get("where").asString().equals("held")
                                && call.at("/inHands/stage").asString("").equals("parked"))
                .at("/inHands/slot")
                .asInt();
    }
}
