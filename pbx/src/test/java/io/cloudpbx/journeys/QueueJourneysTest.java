package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Callers of Harbor Dental who wait in line for Sales. */
class QueueJourneysTest {
    private static final String OFFER = "To be called back, press 1";

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static TwoPrograms programs;
    private final Person caller = HARBOR.caller();
    private final Person second = HARBOR.caller();
    private final Person third = HARBOR.caller();
    private final Person dana = HARBOR.dana();

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    /** For these three, who come to it at once. */
    private void waitForDana(int longest) {
        waitForDana(longest, "mailbox-101");
    }

    private void waitForDana(int longest, String otherwise) {
        var flow = new DraftedFlow(programs.company());
        var plan = flow.version(0);
        var nodes = (ObjectNode) plan.get("nodes");
        nodes.putObject("sorry").put("type", "goodbye").put("text", "Nobody was free. Goodbye.");
        nodes.putObject("sales")
                .put("type", "queue")
                .put("name", "Sales")
                .put("hold", "Welcome to Sales.")
                .put("longest", longest)
                .put("callback", true)
                .put("otherwise", otherwise)
                .putArray("members")
                .add("101");
        var vips = (ObjectNode) plan.get("callers").get("vips");
        List.of(caller, second, third).forEach(person -> vips.put(person.number(), "sales"));
        flow.publish(plan);
    }

    private void danaTakes(Person person) {
        dana.answers().hears("Call for Sales from").presses("1");
        person.isConnectedTo(dana);
    }

    @Test
    void whoever_is_free_gets_the_caller_who_has_waited_longest_and_the_others_hear_where_they_stand() {
        waitForDana(3600);
        caller.calls(Outside.MAIN_NUMBER).hears("Welcome to Sales");
        danaTakes(caller);
        second.calls(Outside.MAIN_NUMBER).hears("Welcome to Sales").hears("You are next in line");
        third.calls(Outside.MAIN_NUMBER).hears("Welcome to Sales").hears("You are number 2 in line");
        isWaiting(third, "Waiting for Sales, number 2");

        caller.hangsUp();
        danaTakes(second);
        third.hears("You are next in line");

        second.hangsUp();
        danaTakes(third);
        third.hangsUp();
        assertThat(steps(second, "text"))
                .containsSubsequence(
                        "Waiting for Sales, number 1",
                        "Ringing Dana Whitfield for Sales",
                        "Talking to Dana Whitfield",
                        "The call ended");
        assertThat(steps(third, "reason")).anyMatch(reason -> reason.endsWith("others have waited longer"));
    }

    private void isWaiting(Person person, String summary) {
        var call = new OnTheLine(programs, person);
        call.isAt("waiting");
        assertThat(call.live().get("summary").asString()).isEqualTo(summary);
    }

    private static List<String> steps(Person person, String field) {
        return new OnTheLine(programs, person).steps(field);
    }

    @Test
    void whom_nobody_takes_hears_music_and_asks_to_be_called_back_as_it_was_explained() throws Exception {
        waitForDana(3600);
        var explained = explained("1");
        assertThat(explained.at("/ends/place").asString()).isEqualTo("call-back");
        assertThat(explained.at("/steps/0/does").asString()).isEqualTo("Ringing Dana Whitfield for Sales");
        assertThat(explained.at("/steps/1/does").asString()).isEqualTo("Waiting for Sales, number 1");

        caller.calls(Outside.MAIN_NUMBER).hears("Welcome to Sales").hears(OFFER).presses("1");
        caller.hears("We will call you back").isHungUpOn();

        assertThat(steps(caller, "reason"))
                .startsWith(explained
                        .get("steps")
                        .valueStream()
                        .map(step -> step.get("why").asString())
                        .toArray(String[]::new));
        var item = await().until(this::missed, found -> !found.isEmpty()).getFirst();
        assertThat(item.get("wantsCallBack").asBoolean()).isTrue();
        assertThat(item.at("/last/summary").asString()).isEqualTo("Wants to be called back");
        showsTheWish("/calls/missed/" + item.get("id").asString());
    }

    private static void showsTheWish(String address) throws Exception {
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + address);
            for (int width : List.of(1440, 390)) {
                page.setViewportSize(width, 900);
                for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                    PlaywrightAssertions.assertThat(
                                    page.getByText("To be called back", new Page.GetByTextOptions().setExact(true)))
                            .isVisible();
                    assertThat(Axe.violations(page)).as("%s %s", width, light).isEmpty();
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "wish-%s-%d.png".formatted(light, width))));
                }
            }
            page.navigate(programs.company().base() + "/calls/missed");
            PlaywrightAssertions.assertThat(page.getByText("Wants a call back").first())
                    .isVisible();
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private JsonNode explained(String keys) {
        return programs.company()
                .get("/api/routing/explain?to=%2B18335550100&from="
                        + caller.number().replace("+", "%2B") + "&keys=" + keys)
                .body();
    }

    private List<JsonNode> missed() {
        return programs.company()
                .get("/api/missed-calls?limit=200")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller.number()))
                .toList();
    }

    /** And says nothing. */
    private String calls() {
        return programs.outside().call(caller.number(), Outside.MAIN_NUMBER, "<Pause length='3000'/>");
    }

    @Test
    void the_carrier_fetches_the_music_and_plays_it() throws Exception {
        waitForDana(3600);
        var request = HttpRequest.newBuilder(URI.create(programs.company().base() + "/media/hold-music.wav"));
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> music = http.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(music.statusCode()).isEqualTo(200);
            assertThat(music.headers().firstValue("Content-Type")).contains("audio/wav");
        }

        String sid = calls();
        await().until(() -> programs.outside().story(sid).stream()
                .anyMatch(line -> line.contains("played") && line.endsWith("/media/hold-music.wav")));
        programs.outside().hangUp(sid);
        // Or Dana would still be rung for when the next one calls.
        new OnTheLine(programs, caller).ended();
    }

    @Test
    void zero_leads_out_of_the_line_to_the_front_desk_and_a_transfer_to_anybody() {
        waitForDana(3600);
        caller.calls(Outside.MAIN_NUMBER).hears(OFFER).presses("0");
        HARBOR.frontDesk().answers().hears("Call for Front Desk").presses("1");
        caller.isConnectedTo(HARBOR.frontDesk()).hangsUp();

        second.calls(Outside.MAIN_NUMBER).hears(OFFER);
        var call = new OnTheLine(programs, second);
        call.isAt("waiting");
        call.does("transfer", Map.of("to", "104"));
        HARBOR.luis().answers().hears("Call for Luis").presses("1");
        second.isConnectedTo(HARBOR.luis()).hangsUp();
    }

    @Test
    void whom_nobody_takes_in_time_goes_on() {
        waitForDana(10, "sorry");
        String sid = calls();

        assertThat(steps(caller, "reason"))
                .anyMatch(reason -> reason.endsWith("the caller waited for Sales as long as callers may"));
        assertThat(programs.outside().story(sid)).anyMatch(line -> line.contains("Nobody was free"));
    }
}
