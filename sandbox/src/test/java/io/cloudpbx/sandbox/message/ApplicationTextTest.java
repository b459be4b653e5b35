package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.CustomerServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code twilio.md} section 12: an application wins over a number's URLs, and hears what becomes of its texts. */
class ApplicationTextTest {
    private final Carrier carrier = new Carrier();

    @AfterEach
    void stop() {
        carrier.close();
    }

    private String application() {
        carrier.customer.on("/app", CustomerServer.twiml("<Response/>"));
        carrier.customer.on("/receipts", CustomerServer.reply(200, "", new byte[0]));
        return carrier.business()
                .post(
                        "Applications.json",
                        "SmsUrl",
                        carrier.customer.url("/app"),
                        "MessageStatusCallback",
                        carrier.customer.url("/receipts"))
                .text("sid");
    }

    @Test
    void a_text_to_a_number_with_an_application_is_answered_by_it() {
        carrier.buys(SENDER, "SmsUrl", carrier.customer.url("/sms"), "SmsApplicationSid", application());

        carrier.textIn(HANDSET, SENDER, "Hello?");

        assertThat(carrier.asked("/app", 1))
                .singleElement()
                .satisfies(asked -> assertThat(asked.form()).containsEntry("Body", "Hello?"));
        assertThat(carrier.asked("/sms")).isEmpty();
    }

    @Test
    void a_text_that_names_an_application_is_told_to_its_callback() {
        carrier.buys(SENDER);
        String application = application();

        String sid = carrier.business()
                .post("Messages.json", "From", SENDER, "To", HANDSET, "Body", "Hello", "ApplicationSid", application)
                .text("sid");
        carrier.awaitStatus(sid, Text.Status.DELIVERED);

        assertThat(carrier.asked("/receipts", 2))
                .extracting(asked -> asked.form().get("MessageStatus"))
                .containsExactly("sent", "delivered");
    }

    @Test
    void beside_a_status_callback_the_application_is_ignored() {
        carrier.buys(SENDER);

        String sid = carrier.text(SENDER, HANDSET, "Hello", "ApplicationSid", application())
                .text("sid");
        carrier.awaitStatus(sid, Text.Status.DELIVERED);

        carrier.asked("/status", 2);
        assertThat(carrier.asked("/receipts")).isEmpty();
    }

    @Test
    void an_application_that_is_not_there_is_refused() {
        carrier.buys(SENDER);

        assertThat(carrier.business()
                        .post("Messages.json", "From", SENDER, "To", HANDSET, "Body", "Hi", "ApplicationSid", "AP1")
                        .code())
                .isEqualTo(21218);
    }
}
