package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.awaitText;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import io.cloudpbx.sandbox.phone.Likeness;
import io.cloudpbx.sandbox.phone.Melody;
import io.cloudpbx.sandbox.phone.Passages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A newcomer's first minute: dial, press, speak, and hear it again. */
class MicrophoneJourneyTest {
    private static final String NEWCOMER = "+14155550139";

    private final Melody spoken = new Melody(30, 7);

    @Test
    void what_is_spoken_into_the_browser_phone_is_the_voicemail_that_plays_in_the_dashboard(@TempDir Path folder)
            throws Exception {
        Path microphone = folder.resolve("microphone.wav");
        spoken.write(microphone, 48_000);
        try (var programs = TwoPrograms.inRealTime();
                var browser = new Browser(microphone)) {
            leaveMessage(browser.phone(programs.carrier().baseUrl(), NEWCOMER));

            var voicemail = stored(programs.company());
            assertThat(voicemail.at("/transcript/status").asString()).isEqualTo("none");
            assertThat(voicemail.at("/transcript/reason").asString()).isNotBlank();
            assertIsWhatWasSpoken(programs.company()
                    .bytes(voicemail.get("audioUrl").asString())
                    .body());
            assertRangesAreServed(programs.company(), voicemail);

            listenInTheDashboard(browser, programs);
            assertThat(browser.complaints()).isEmpty();
            browser.closeTabs();
        }
    }

    private static void leaveMessage(Page phone) {
        phone.getByLabel("Number to call").fill("(833) 555-0100");
        phone.keyboard().press("Enter");
        awaitText(phone, Pattern.compile("Thank you for calling Harbor Dental"));
        phone.locator("h2").first().focus();
        phone.keyboard().type("105");
        awaitText(phone, Pattern.compile("You've reached Hannah Brooks"));
        phone.getByText(Pattern.compile("0:0[6-9] of 2:00"))
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
        button(phone, "Finish #").click();
        awaitText(phone, Pattern.compile("Your message was recorded"));
    }

    private static JsonNode stored(Company company) {
        return await().until(
                        () -> company.get("/api/voicemails?ext=105").body().get("items"),
                        items -> items.size() == 1
                                && items.get(0).get("state").asString().equals("stored")
                                && !items.get(0)
                                        .at("/transcript/status")
                                        .asString()
                                        .equals("pending"))
                .get(0);
    }

    private void assertIsWhatWasSpoken(byte[] wav) throws Exception {
        Passages passages = Passages.of(Likeness.samples(wav), spoken);
        assertThat(passages.found()).as("%s", passages).isGreaterThanOrEqualTo(0.7);
        assertThat(passages.drift()).as("%s", passages).isLessThan(0.25);
    }

    private static void assertRangesAreServed(Company company, JsonNode voicemail) {
        String audio = voicemail.get("audioUrl").asString();
        byte[] whole = company.bytes(audio).body();
        var part = company.bytes(audio, "Range", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-199/" + whole.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
        assertThat(company.bytes(audio, "Range", "bytes=" + whole.length + "-").statusCode())
                .isEqualTo(416);
    }

    private static void listenInTheDashboard(Browser browser, TwoPrograms programs) throws Exception {
        Page dashboard = browser.tab(programs.signInLink());
        dashboard
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Voicemail")))
                .first()
                .click();
        dashboard.getByText("(415) 555-0139").first().click();
        button(dashboard, "Play").click();
        await().until(() -> programs.company()
                .get("/api/voicemails?ext=105&unheard=true")
                .body()
                .get("items")
                .isEmpty());
    }
}
