package io.cloudpbx.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import io.cloudpbx.telephony.PhoneNumber;
import org.junit.jupiter.api.Test;

class FallbackDocumentsTest {
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MESSAGE = "<Say>We're sorry, we can't take your call right now."
            + " Please leave a message after the tone, and press pound when you're done.</Say>"
            + "<Record action=\"goodbye.xml\" method=\"GET\" timeout=\"5\" maxLength=\"120\" finishOnKey=\"#\" playBeep=\"true\"></Record>"
            + "<Say>I didn't hear a message. Goodbye.</Say><Hangup></Hangup></Response>";

    @Test
    void callers_hear_the_business_an_apology_and_a_tone_and_end_with_a_goodbye() {
        assertThat(new FallbackDocuments("Reed & Sons", null).calls())
                .isEqualToIgnoringWhitespace(
                        START + "<Response><Say>Thank you for calling Reed &amp; Sons.</Say>" + MESSAGE);
    }

    @Test
    void a_phone_that_is_chosen_rings_first_and_who_is_not_taken_there_leaves_a_message() {
        assertThat(new FallbackDocuments("Harbor Dental", new PhoneNumber("+14155550190")).calls())
                .isEqualToIgnoringWhitespace(START + "<Response><Say>Thank you for calling Harbor Dental.</Say>"
                        + "<Say>One moment, please.</Say><Dial timeout=\"25\">+14155550190</Dial>" + MESSAGE);
    }

    @Test
    void the_recording_ends_in_a_document_that_ends_the_call_and_texts_are_not_answered() throws TwiMLException {
        var documents = new FallbackDocuments("Harbor Dental", null);
        assertThat(documents.goodbye()).contains("<Say>Thank you. Your message was recorded. Goodbye.</Say><Hangup>");
        assertThat(VoiceResponse.Builder.fromXml(documents.texts()).build().getChildren())
                .isEmpty();
    }
}
