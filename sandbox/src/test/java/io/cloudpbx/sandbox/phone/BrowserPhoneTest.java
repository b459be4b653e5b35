package io.cloudpbx.sandbox.phone;

import static io.cloudpbx.sandbox.phone.Browser.awaitText;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A person at the browser phone calls a business, and is called by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserPhoneTest {
    private static final String BUSINESS = "+14155550100";
    private static final String PERSON = "+14155550139";
    private static final String OTHER = "+14155550191";
    private static final int LINE_RATE = 8000;

    /** Seconds of tone and of silence. */
    private static final double[] RING = {2.0, 4.0};

    private final Melody melody = new Melody(30, 42);
    private Sandbox sandbox;
    private AnsweringMachine machine;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        Path microphone = folder.resolve("microphone.wav");
        melody.write(microphone, 48_000);
        browser = new Browser(microphone);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void start() throws Exception {
        machine = new AnsweringMachine();
        sandbox = Sandbox.start(SandboxSettings.inMemory(1));
        business().post("IncomingPhoneNumbers.json", "PhoneNumber", BUSINESS, "VoiceUrl", machine.voiceUrl());
    }

    @AfterEach
    void stop() {
        browser.closeTabs();
        sandbox.close();
        machine.close();
    }

    private Rest business() {
        return Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
    }

    @Test
    void what_is_spoken_into_the_microphone_is_what_the_business_gets_as_a_recording() throws Exception {
        Page phone = browser.phone(sandbox.baseUrl(), PERSON);
        phone.getByLabel("Number to call").fill("(415) 555-0100");
        phone.keyboard().press("Enter");
        awaitText(phone, "Press 1 to leave a message.");
        phone.locator("h2").first().focus();
        phone.keyboard().press("1");
        assertThat(machine.awaitKey()).containsEntry("Digits", "1").containsEntry("From", PERSON);

        awaitText(phone, Pattern.compile("0:(0[6-9]|[1-5].) of 1:00"));
        button(phone, "Finish #").click();
        Map<String, String> recorded = machine.awaitRecording();
        assertThat(recorded).containsEntry("Digits", "#");
        awaitText(phone, "The other side hung up.");

        float[] recording = Likeness.samples(business()
                .get("Recordings/" + recorded.get("RecordingSid") + ".wav")
                .bytes());
        assertThat(recording.length / (double) LINE_RATE).isBetween(5.5, 60.5);
        assertIsTheMelody(recording);
        assertThat(browser.complaints()).isEmpty();
    }

    private void assertIsTheMelody(float[] recording) {
        Passages passages = Passages.of(recording, melody);
        assertThat(passages.found()).as("%s", passages).isGreaterThanOrEqualTo(0.7);
        assertThat(passages.drift()).as("%s", passages).isLessThan(0.25);
    }

    @Test
    void a_call_of_the_business_rings_the_phone_and_a_key_accepts_it() throws Exception {
        Page phone = browser.phone(sandbox.baseUrl(), PERSON);
        business().post("Calls.json", "From", BUSINESS, "To", PERSON, "Url", machine.voiceUrl());
        awaitText(phone, "Incoming call");
        button(phone, "Answer").click();
        awaitText(phone, "Press 1 to leave a message.");
        button(phone, "Keypad").click();
        button(phone, "1").click();
        assertThat(machine.awaitKey()).containsEntry("Digits", "1").containsEntry("To", PERSON);
        button(phone, "End call").click();
        awaitText(phone, "You hung up.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_declined_call_is_busy_for_the_business() {
        Page phone = browser.phone(sandbox.baseUrl(), PERSON);
        String sid = business()
                .post("Calls.json", "From", BUSINESS, "To", PERSON, "Url", machine.voiceUrl())
                .text("sid");
        awaitText(phone, "Incoming call");
        button(phone, "Decline").click();
        awaitText(phone, "You declined this call.");
        await().untilAsserted(() -> assertThat(
                        business().get("Calls/" + sid + ".json").text("status"))
                .isEqualTo("busy"));
    }

    @Test
    void the_caller_hears_the_other_phone_ring_as_american_phones_do_until_it_is_answered() {
        Page other = browser.phone(sandbox.baseUrl(), OTHER);
        Loudspeaker bell = Loudspeaker.of(other);
        Page phone = browser.phone(sandbox.baseUrl(), PERSON);
        Loudspeaker receiver = Loudspeaker.of(phone);
        callThroughTo(OTHER, phone);

        awaitText(phone, "One moment.");
        awaitText(phone, "Ringing…");
        receiver.awaitTones(440, 480);
        // A browser that gets no processor for a moment measures one of them wrongly, and a wrong bell all of them.
        await().untilAsserted(() -> assertThat(receiver.cadence()).containsExactly(RING, within(0.6)));

        awaitText(other, "Incoming call");
        bell.awaitTones(784, 988);

        button(other, "Answer").click();
        awaitText(phone, "Connected");
        closeMicrophone(other);
        closeMicrophone(phone);
        receiver.staysSilent();
        bell.staysSilent();
        assertThat(browser.complaints()).isEmpty();
    }

    /** Else each hears the other's melody. */
    private static void closeMicrophone(Page phone) {
        var open = new Page.GetByRoleOptions().setName("Microphone").setPressed(true);
        phone.getByRole(AriaRole.BUTTON, open).click();
    }

    /** Calls a number of the business that connects to somebody. */
    private void callThroughTo(String person, Page phone) {
        business()
                .post(
                        "IncomingPhoneNumbers.json",
                        "PhoneNumber",
                        "+14155550101",
                        "VoiceUrl",
                        machine.personUrl(person));
        phone.getByLabel("Number to call").fill("(415) 555-0101");
        phone.keyboard().press("Enter");
    }

    @Test
    void a_phone_whose_speaker_is_off_plays_no_ringing() {
        Page phone = browser.phone(sandbox.baseUrl(), PERSON);
        Loudspeaker receiver = Loudspeaker.of(phone);
        callThroughTo(OTHER, phone);
        receiver.awaitTones(440, 480);
        awaitText(phone, "One moment.");

        button(phone, "Speaker").click();
        receiver.staysSilent();
        button(phone, "Speaker").click();
        receiver.awaitTones(440, 480);
        button(phone, "End call").click();
        receiver.staysSilent();
        assertThat(browser.complaints()).isEmpty();
    }
}
