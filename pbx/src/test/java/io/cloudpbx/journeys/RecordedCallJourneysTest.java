package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Callers of Harbor Dental whose talk with people is recorded, or not. */
class RecordedCallJourneysTest {
    private static final String SETTINGS = "/api/settings/recording";
    private static final Path PICTURES = Path.of("target", "recorded-calls");
    private static final AtomicInteger TEXANS = new AtomicInteger(100);

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static TwoPrograms programs;
    private final Person dana = HARBOR.dana();

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    private static Person texan() {
        return CARRIER.person("+1512555%04d".formatted(TEXANS.getAndIncrement()));
    }

    private static void recorded(String incoming, @Nullable String state) {
        var wanted = new HashMap<String, Object>();
        wanted.put("incoming", incoming);
        wanted.put("outgoing", "never");
        wanted.put("state", state);
        wanted.put("version", programs.company().get(SETTINGS).body().get("version"));
        assertThat(programs.company().put(SETTINGS, wanted).status()).isEqualTo(200);
    }

    private static OnTheLine calls(Person caller) {
        caller.calls(programs.company().extension("101").get("number").asString());
        return new OnTheLine(programs, caller);
    }

    private static List<JsonNode> recordings(OnTheLine call) {
        String id = call.ended().get("id").asString();
        return programs.company()
                .get("/api/calls/" + id)
                .body()
                .get("recordings")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> once(OnTheLine call, String state) {
        return await().until(
                        () -> recordings(call),
                        found -> !found.isEmpty()
                                && found.stream()
                                        .allMatch(part ->
                                                part.get("state").asString().equals(state)));
    }

    private static List<String> story(Person caller) {
        return programs.outside().story(caller.callSid());
    }

    private static JsonNode explained(Person caller) {
        return programs.company()
                .get("/api/routing/explain?to="
                        + programs.company()
                                .extension("101")
                                .get("number")
                                .asString()
                                .replace("+", "%2B")
                        + "&from=" + caller.number().replace("+", "%2B"))
                .body()
                .get("recording");
    }

    @Test
    void both_hear_of_it_first_and_what_they_say_is_kept_here_alone() {
        recorded("one_party_states", "TX");
        Person maria = texan();
        var call = calls(maria);
        maria.hears("This call is recorded").hears("Connecting you");
        dana.answers().hears("This call is recorded. Press 1").presses("1");
        maria.isConnectedTo(dana).says("It is about my crown.");
        dana.hears("about my crown").says("Come by at noon.");
        maria.hears("Come by at noon.").hangsUp();

        JsonNode part = once(call, "stored").getFirst();
        assertThat(part.get("announced").asString()).contains("This call is recorded", "press 9");
        assertThat(story(maria).indexOf(line(maria, "This call is recorded")))
                .isBetween(0, story(maria).indexOf(line(maria, "recording-started")));
        String audio = part.get("audioUrl").asString();
        assertThat(programs.company().bytes(audio).body()).hasSizeGreaterThan(16_000);
        assertThat(programs.company().bytes(audio, "Range", "bytes=100-199").statusCode())
                .isEqualTo(206);
        assertThat(explained(maria).get("recorded").asBoolean()).isTrue();
    }

    private static String line(Person caller, String words) {
        return story(caller).stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElse("nothing of " + words);
    }

    @Test
    void a_key_during_the_announcement_leads_on_without_a_recording() {
        recorded("everywhere", null);
        Person maria = HARBOR.caller();
        var call = calls(maria);
        maria.beginsToHear("This call is recorded").presses("9").hears("Connecting you");
        dana.answers().hears("Press 1").presses("1");
        maria.isConnectedTo(dana).hangsUp();

        once(call, "refused");
        assertThat(story(maria)).noneMatch(line -> line.contains("recording-"));
        assertThat(line(maria, "Call for Dana Whitfield")).doesNotContain("recorded");
    }

    @Test
    void a_caller_from_a_state_where_everybody_has_to_agree_is_not_recorded() {
        recorded("one_party_states", "TX");
        Person californian = HARBOR.caller();
        var call = calls(californian);
        dana.answers().hears("Press 1").presses("1");
        californian.isConnectedTo(dana).hangsUp();

        assertThat(recordings(call)).isEmpty();
        assertThat(story(californian)).noneMatch(line -> line.contains("recorded"));
        assertThat(explained(californian).get("recorded").asBoolean()).isFalse();
        assertThat(explained(californian).get("reason").asString()).contains("California");
    }

    @Test
    void a_phone_that_only_rang_and_a_message_are_no_recording_of_people() {
        recorded("everywhere", null);
        Person maria = texan();
        var call = calls(maria);
        maria.hears("This call is recorded");
        dana.rings();
        maria.says("Is anybody there?");
        dana.declines();
        maria.beginsToHear("leave a message").hangsUp();

        once(call, "nothing");
    }

    @Test
    void a_hold_ends_the_recording() {
        recorded("everywhere", null);
        Person maria = texan();
        var call = calls(maria);
        maria.hears("This call is recorded");
        dana.answers().hears("Press 1").presses("1");
        maria.isConnectedTo(dana).says("It is about my crown.");
        call.isAt("talking");
        call.isHeld();
        call.isResumed();
        maria.says("My card is for nobody.").hangsUp();

        assertThat(once(call, "stored")).hasSize(1);
        var story = story(maria);
        assertThat(story.indexOf(line(maria, "recording-finished")))
                .isBetween(0, story.indexOf(line(maria, "Thank you for holding")));
    }

    @Test
    void nobody_is_told_or_recorded_where_the_company_does_not_want_it() {
        recorded("never", "TX");
        Person maria = texan();
        var call = calls(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.isConnectedTo(dana).hangsUp();

        assertThat(recordings(call)).isEmpty();
        assertThat(story(maria)).noneMatch(line -> line.contains("recorded"));
    }

    @Test
    void an_owner_turns_it_on_and_plays_what_was_said() throws Exception {
        recorded("never", null);
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/settings/calls");
            page.getByLabel("Record incoming calls").selectOption("one_party_states");
            page.getByText("Nobody is recorded until you say").waitFor();
            page.getByLabel("Where your people answer").selectOption("TX");
            page.getByText("neither Texas nor").waitFor();
            await().until(() -> programs.company()
                    .get(SETTINGS)
                    .body()
                    .get("state")
                    .asString("")
                    .equals("TX"));
            look(page, "settings");

            Person maria = texan();
            var call = calls(maria);
            maria.hears("This call is recorded");
            dana.answers().hears("Press 1").presses("1");
            maria.isConnectedTo(dana).says("It is about my crown.");
            dana.hears("It is about my crown.");
            page.navigate(programs.company().base() + "/calls/"
                    + call.live().get("id").asString());
            button(page, "Stop Recording").waitFor();
            look(page, "recorded");
            button(page, "Stop Recording").click();
            PlaywrightAssertions.assertThat(button(page, "Stop Recording")).hasCount(0);
            maria.hangsUp();
            once(call, "stored");
            page.getByText("They were told").waitFor();
            look(page, "call");
            button(page, "Play").first().click();
            button(page, "Pause").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 1200);
                assertThat(Axe.violations(page))
                        .as("%s %s %s", name, scheme, width)
                        .isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("%s-%s-%s.png".formatted(name, width, scheme)))
                        .setFullPage(true));
            }
        }
        page.setViewportSize(1440, 900);
    }
}
