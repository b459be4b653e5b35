package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Sms;
import io.cloudpbx.sandbox.call.Behaviour;
import io.cloudpbx.sandbox.client.CustomerServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code <Sms>} in a call ({@code twilio.md} sections 2.2 and 7). */
class SmsVerbTest {
    private final Carrier carrier = new Carrier();

    @BeforeEach
    void buy() {
        carrier.buys(SENDER, "VoiceUrl", carrier.customer.url("/voice"));
        carrier.customer.on("/after", CustomerServer.twiml("<Response><Hangup/></Response>"));
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    private void business(String verbs) {
        carrier.customer.on("/voice", CustomerServer.twiml("<Response>" + verbs + "</Response>"));
    }

    private void isCalled() {
        carrier.outside()
                .post(
                        "Calls.json",
                        "From",
                        HANDSET,
                        "To",
                        SENDER,
                        "Twiml",
                        "<Response><Pause length=\"20\"/></Response>");
    }

    private HandsetText shown(String number) {
        await().until(() -> !carrier.screen(number).isEmpty());
        return carrier.screen(number).getFirst();
    }

    @Test
    void by_default_the_caller_is_texted_from_the_number_he_called() {
        business("<Sms>We are at 12 Harbour Street.</Sms><Say>Sent.</Say>");

        isCalled();

        assertThat(shown(HANDSET).from()).isEqualTo(SENDER);
        assertThat(shown(HANDSET).body()).isEqualTo("We are at 12 Harbour Street.");
        assertThat(carrier.business()
                        .get("Messages/" + shown(HANDSET).sid() + ".json")
                        .text("direction"))
                .isEqualTo("outbound-call");
        assertThat(carrier.errorCodes()).isEmpty();
    }

    @Test
    void in_an_outgoing_call_the_called_party_is_texted() {
        carrier.sandbox
                .switchBoard()
                .handsets()
                .teach(HANDSET, new Behaviour.Answer(0.0, "<Response><Pause length=\"9\"/></Response>"));

        carrier.business()
                .post(
                        "Calls.json",
                        "From",
                        SENDER,
                        "To",
                        HANDSET,
                        "Twiml",
                        "<Response><Sms>Here is the address.</Sms><Pause/></Response>");

        assertThat(shown(HANDSET).from()).isEqualTo(SENDER);
    }

    @Test
    void to_from_action_and_status_callback_are_as_the_official_library_writes_them() {
        carrier.buys("+14155550102");
        String xml = new VoiceResponse.Builder()
                .sms(new Sms.Builder("Hello.")
                        .to("+12025550124")
                        .from("+14155550102")
                        .action(carrier.customer.url("/after"))
                        .statusCallback(carrier.customer.url("/status"))
                        .build())
                .build()
                .toXml();
        carrier.customer.on("/voice", CustomerServer.twiml(xml));

        isCalled();

        HandsetText text = shown("+12025550124");
        assertThat(text.from()).isEqualTo("+14155550102");
        assertThat(carrier.asked("/after", 1).getFirst().form())
                .containsEntry("SmsSid", text.sid())
                .containsEntry("SmsStatus", "sent")
                .containsEntry("CallStatus", "in-progress");
        assertThat(carrier.asked("/status", 2))
                .extracting(asked -> asked.form().get("MessageStatus"))
                .containsExactly("sent", "delivered");
    }

    @Test
    void the_action_by_get_goes_on_with_the_call_and_what_follows_the_verb_is_unreachable() {
        business("<Sms action=\"/after\" method=\"GET\">Hello.</Sms><Redirect>/never</Redirect>");

        isCalled();

        assertThat(carrier.asked("/after", 1).getFirst().target()).contains("SmsStatus=sent");
        await().until(() -> carrier.sandbox.switchBoard().liveCalls().isEmpty());
        assertThat(carrier.asked("/never")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "to='12',              14101",
        "to='911',             14101",
        "from='+14155550177',  14102",
        "from='+12025550199',  14102",
    })
    void what_cannot_be_sent_is_in_the_debugger_and_the_action_hears_failed(String attribute, int code) {
        business("<Sms action=\"/after\" " + attribute.replace('\'', '"') + ">Hello.</Sms>");

        isCalled();

        assertThat(carrier.asked("/after", 1).getFirst().form())
                .containsEntry("SmsStatus", "failed")
                .doesNotContainKey("SmsSid");
        assertThat(carrier.errorCodes()).containsExactly(code);
    }

    @Test
    void who_has_opted_out_is_not_texted_21610_and_the_document_goes_on() {
        carrier.textIn(HANDSET, SENDER, "STOP");
        await().until(() -> !carrier.sandbox.texting().optOuts().all().isEmpty());
        business("<Sms>Hello.</Sms><Redirect>/after</Redirect>");

        isCalled();

        assertThat(carrier.asked("/after", 1)).hasSize(1);
        assertThat(carrier.errorCodes()).containsExactly(21610);
    }

    @Test
    void an_empty_text_is_passed_over_14103() {
        business("<Sms> </Sms><Redirect>/after</Redirect>");

        isCalled();

        assertThat(carrier.asked("/after", 1)).hasSize(1);
        assertThat(carrier.errorCodes()).containsExactly(14103);
    }

    @Test
    void a_text_of_more_than_1600_characters_is_not_sent_21617() {
        business("<Sms>" + "a".repeat(1601) + "</Sms><Redirect>/after</Redirect>");

        isCalled();

        assertThat(carrier.asked("/after", 1)).hasSize(1);
        assertThat(carrier.errorCodes()).containsExactly(21617);
    }

    @Test
    void whispers_send_no_texts_12200() {
        carrier.sandbox
                .switchBoard()
                .handsets()
                .teach("+12025550124", new Behaviour.Answer(0.0, "<Response><Pause length=\"9\"/></Response>"));
        carrier.customer.on("/whisper", CustomerServer.twiml("<Response><Sms>Hello.</Sms></Response>"));
        business("<Dial><Number url=\"/whisper\">+12025550124</Number></Dial>");

        isCalled();

        await().until(() -> carrier.errorCodes().contains(12200));
        assertThat(carrier.screen("+12025550124")).isEmpty();
    }
}
