package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.client.CustomerServer.reply;
import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twilio.md} sections 5 and 9: how the document is read that a customer answers a text with. */
class ReplyDocumentTest {
    private final Carrier carrier = new Carrier();

    @BeforeEach
    void buy() {
        carrier.buys(
                SENDER, "SmsUrl", carrier.customer.url("/sms"), "SmsFallbackUrl", carrier.customer.url("/fallback"));
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    private void awaitScreen(String body) {
        await().untilAsserted(() -> assertThat(carrier.screen(HANDSET))
                .filteredOn(HandsetText::incoming)
                .extracting(HandsetText::body)
                .containsExactly(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Response><Message>", "<?xml version='1.0' encoding='foo'?><Response/>", "<Reply/>"})
    void section_5_for_a_document_that_cannot_be_read_the_fallback_is_asked_too(String unreadable) {
        carrier.customer
                .on("/sms", twiml(unreadable))
                .on("/fallback", twiml("<Response><Message>Later.</Message></Response>"));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        assertThat(carrier.asked("/fallback", 1).getFirst().form())
                .containsEntry("ErrorCode", "12100")
                .containsEntry("ErrorUrl", carrier.customer.url("/sms"))
                .containsEntry("Body", "Hello?");
        awaitScreen("Later.");
        assertThat(carrier.errorCodes()).containsExactly(12100);
    }

    @Test
    void section_5_a_fallback_that_cannot_be_read_either_is_asked_once() {
        carrier.customer.on("/sms", twiml("<Response>")).on("/fallback", twiml("<Response>"));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        await().untilAsserted(() -> assertThat(carrier.errorCodes()).containsExactly(12100, 12100));
        assertThat(carrier.asked("/fallback")).hasSize(1);
    }

    @Test
    void section_9_text_beside_media_is_the_body() {
        carrier.customer.on("/photo", reply(200, "image/png", new byte[] {1}));
        carrier.customer.on(
                "/sms",
                twiml("<Response><Message>Our menu<Media>" + carrier.customer.url("/photo")
                        + "</Media></Message></Response>"));

        carrier.textIn(HANDSET, SENDER, "Menu?");

        awaitScreen("Our menu");
        assertThat(carrier.screen(HANDSET).getLast().attachments()).hasSize(1);
    }
}
