package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Dana calls people from the dashboard. */
class DialJourneysTest {
    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person maria = HARBOR.caller();

    private String dial(Person to) {
        var made = programs.company().post("/api/calls", Map.of("to", to.number()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().get("id").asString();
    }

    private JsonNode call(String id) {
        return programs.company().get("/api/calls/" + id).body();
    }

    private JsonNode ended(String id) {
        return await().until(() -> call(id), call -> !call.get("live").asBoolean());
    }

    @Test
    void her_own_phone_rings_first_and_on_1_the_other_side_is_called() {
        Person dana = HARBOR.dana();
        String id = dial(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.answers();
        dana.isConnectedTo(maria);
        await().until(() -> call(id).get("where").asString().equals("talking"));
        maria.hangsUp();

        JsonNode call = ended(id);
        assertThat(call.get("outcome").asString()).isEqualTo("answered");
        assertThat(call.get("direction").asString()).isEqualTo("outbound");
        assertThat(call.get("from").asString())
                .isEqualTo(programs.company().extension("101").get("number").asString());
        assertThat(call.get("steps").valueStream().map(step -> step.get("kind").asString()))
                .containsExactly("ringing", "ringing", "connected", "ended");
        assertThat(thread(maria)).anyMatch(words -> words.startsWith("Dana Whitfield called them"));
    }

    private List<String> thread(Person person) {
        return programs.company()
                .get("/api/conversations?limit=200&box=all")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(person.number()))
                .flatMap(item -> programs.company()
                        .get("/api/conversations/" + item.get("id").asString() + "/entries")
                        .body()
                        .get("items")
                        .valueStream())
                .map(entry -> entry.get("body").asString())
                .toList();
    }

    @Test
    void who_declines_their_own_phone_calls_nobody() {
        Person dana = HARBOR.dana();
        String id = dial(maria);
        dana.declines();

        assertThat(ended(id).get("outcome").asString()).isEqualTo("not_taken");
        assertThat(thread(maria)).isEmpty();
    }

    @Test
    void calls_from_here_are_counted_apart_from_those_that_come_in() {
        Person dana = HARBOR.dana();
        JsonNode before = counted();
        String taken = dial(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.answers();
        dana.isConnectedTo(maria);
        await().until(() -> call(taken).get("where").asString().equals("talking"));
        maria.hangsUp();
        ended(taken);
        String declined = dial(maria);
        dana.declines();
        ended(declined);

        JsonNode after = counted();
        assertThat(more(before, after, "/summary/outgoing/calls/total")).isEqualTo(2);
        assertThat(more(before, after, "/summary/outgoing/calls/answered")).isEqualTo(1);
        assertThat(more(before, after, "/summary/outgoing/calls/notTaken")).isEqualTo(1);
        assertThat(more(before, after, "/summary/calls/total")).isZero();
        int byDay = after.get("days")
                .valueStream()
                .mapToInt(day -> day.at("/outgoing/total").asInt())
                .sum();
        assertThat(byDay).isEqualTo(after.at("/summary/outgoing/calls/total").asInt());
        assertThat(programs.company().file("/api/analytics/calls.csv"))
                .contains("outgoing,period,total," + byDay + "\r\n");
        assertThat(programs.company().get("/api/analytics/costs").body().at("/costs/calls/outgoingTalkSeconds"))
                .isEqualTo(after.at("/summary/outgoing/talkSeconds"));
    }

    private JsonNode counted() {
        return programs.company().get("/api/analytics/calls").body();
    }

    private static int more(JsonNode before, JsonNode after, String figure) {
        return after.at(figure).asInt() - before.at(figure).asInt();
    }

    @Test
    void a_private_voicemail_that_presses_nothing_calls_nobody() {
        Person dana = HARBOR.dana();
        String id = dial(maria);
        dana.answers().hears("Press 1").isHungUpOn();

        assertThat(ended(id).get("outcome").asString()).isEqualTo("not_taken");
    }

    @Test
    void who_is_not_there_is_unreached_and_their_thread_says_so() {
        Person dana = HARBOR.dana();
        String id = dial(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.declines();

        JsonNode call = ended(id);
        assertThat(call.get("outcome").asString()).isEqualTo("unreached");
        assertThat(thread(maria)).contains("Dana Whitfield called and did not reach them");
    }

    @Test
    void talking_to_somebody_who_was_missed_calls_them_back() {
        Person dana = HARBOR.dana();
        maria.calls(programs.company().extension("101").get("number").asString());
        dana.rings();
        maria.hangsUp();
        await().until(() -> missed("open").contains(maria.number()));

        String brief = dial(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.answers();
        dana.isConnectedTo(maria).hangsUp();
        ended(brief);
        assertThat(missed("open")).as("as when a voicemail answers").contains(maria.number());

        String id = dial(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.answers();
        await().until(() -> call(id).get("where").asString().equals("talking"));
        programs.bean(JdbcClient.class)
                .sql("update dialed_call set answered_at = answered_at - interval '20 seconds' where id = :id::uuid")
                .param("id", id)
                .update();
        dana.hangsUp();
        ended(id);

        await().until(() -> missed("done").contains(maria.number()));
    }

    private List<String> missed(String box) {
        return programs.company()
                .get("/api/missed-calls?limit=200&box=" + box)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.path("from").asString(""))
                .toList();
    }

    /** As after a kill between the request and its answer. */
    @Test
    void a_call_that_was_asked_for_is_never_asked_for_again() {
        Person dana = HARBOR.dana();
        String id = dial(maria);
        dana.rings();
        Job placing = programs.beans(Job.class).stream()
                .filter(job -> job.kind().equals("dialing.place"))
                .findFirst()
                .orElseThrow();

        int before = placed(id, dana);
        placing.run(id, 1);
        dana.declines();

        assertThat(ended(id).get("outcome").asString()).isEqualTo("not_taken");
        assertThat(placed(id, dana)).isEqualTo(before);
    }

    private int placed(String id, Person phone) {
        return programs.bean(CarrierDialing.class)
                .placedBetween(new PhoneNumber(call(id).get("from").asString()), new PhoneNumber(phone.number()))
                .size();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void a_missed_caller_is_called_back_by_a_click_and_seen_live_in_the_log(ColorScheme scheme, int width)
            throws Exception {
        Person dana = HARBOR.dana();
        maria.calls(programs.company().extension("101").get("number").asString());
        dana.rings();
        maria.hangsUp();
        await().until(() -> missed("open").contains(maria.number()));
        String display = "(530) 555-" + maria.number().substring(8);
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(width, 900);
            page.navigate(programs.company().base() + "/calls/missed");
            page.getByText(display).first().click();
            button(page, "Call Back").click();
            page.getByText("Your own phone rings first").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            look(page, "dial-" + width);
            button(page, "Call").click();
            dana.answers().hears("Press 1").presses("1");
            maria.answers();
            dana.isConnectedTo(maria);

            page.navigate(programs.company().base() + "/calls");
            page.getByText(display).first().click();
            page.getByText("They saw").waitFor();
            page.locator(".list-detail").getByText("Talking").first().waitFor();
            look(page, "dialed-" + width);
            maria.hangsUp();
            page.getByText("Somebody hung up.").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
