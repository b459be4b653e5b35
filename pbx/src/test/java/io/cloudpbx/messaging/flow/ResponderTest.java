package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.flow.TextToSend.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@code compliance.md} section 2: who replies to which words. */
class ResponderTest {
    @ParameterizedTest
    @CsvSource({
        "TWILIO_DEFAULT, STOP, ' stop ', true",
        "TWILIO_DEFAULT, STOP, REVOKE, true",
        "TWILIO_DEFAULT, STOP, stop please, false",
        "TWILIO_DEFAULT, STOP, opt out, false",
        "TWILIO_DEFAULT, START, yes, true",
        "TWILIO_DEFAULT, HELP, info, true",
        "TWILIO_DEFAULT, EMERGENCY, help, false",
        "ADVANCED_OPT_OUT, STOP, STOP, true",
        "ADVANCED_OPT_OUT, STOP, QUIT, false",
        "TOLL_FREE_NETWORK, STOP, stop, true",
        "TOLL_FREE_NETWORK, STOP, end, false",
        "TOLL_FREE_NETWORK, START, UNSTOP, true",
        "TOLL_FREE_NETWORK, START, YES, false",
        "SELF, STOP, STOP, false",
        "SELF, HELP, HELP, false"
    })
    void the_carrier_answers_to_its_own_words_only(Responder responder, Reply reply, String body, boolean answers) {
        assertThat(responder.answers(reply, body)).isEqualTo(answers);
    }
}
