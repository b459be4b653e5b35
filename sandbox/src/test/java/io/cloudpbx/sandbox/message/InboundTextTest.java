package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.client.CustomerServer.reply;
import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.security.RequestValidator;
import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.message.Text.Direction;
import io.cloudpbx.sandbox.message.Text.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} 3.1, 5 and 9: what happens when somebody outside texts the business. */
class InboundTextTest {
    private static final String EMPTY = "<Response/>";

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

    private void answers(String verbs) {
        carrier.customer.on("/sms", twiml("<Response>" + verbs + "</Response>"));
    }

    private List<String> screen() {
        return carrier.screen(HANDSET).stream()
                .filter(HandsetText::incoming)
                .map(HandsetText::body)
                .toList();
    }

    private void awaitScreen(String... bodies) {
        await().untilAsserted(() -> assertThat(screen()).containsExactly(bodies));
    }

    /** The business's own copy of what came in. */
    private Text received() {
        await().until(() -> carrier.sandbox.texting().store().newestFirst().anyMatch(InboundTextTest::settled));
        return carrier.sandbox
                .texting()
                .store()
                .newestFirst()
                .filter(InboundTextTest::settled)
                .findFirst()
                .orElseThrow();
    }

    private static boolean settled(Text text) {
        return text.route().direction() == Direction.INBOUND && !text.underWay();
    }

    @Test
    void section_3_1_the_webhook_has_exactly_these_parameters() {
        answers("");

        carrier.textIn(HANDSET, SENDER, " Olá, is it open? ");

        Asked asked = carrier.asked("/sms", 1).getFirst();
        assertThat(asked.form())
                .containsOnlyKeys(
                        "AccountSid",
                        "ApiVersion",
                        "Body",
                        "From",
                        "FromCity",
                        "FromCountry",
                        "FromState",
                        "FromZip",
                        "MessageSid",
                        "NumMedia",
                        "NumSegments",
                        "SmsMessageSid",
                        "SmsSid",
                        "SmsStatus",
                        "To",
                        "ToCity",
                        "ToCountry",
                        "ToState",
                        "ToZip")
                .containsEntry("Body", " Olá, is it open? ")
                .containsEntry("From", HANDSET)
                .containsEntry("To", SENDER)
                .containsEntry("NumMedia", "0")
                .containsEntry("NumSegments", "1")
                .containsEntry("SmsStatus", "received")
                .containsEntry("ToState", "CA")
                .containsEntry("ApiVersion", "2010-04-01");
    }

    @Test
    void section_3_1_the_text_has_one_sid_of_the_business_and_can_be_fetched_by_it() {
        answers("");

        String sid = carrier.textIn(HANDSET, SENDER, "Hello?").text("sid");

        Asked asked = carrier.asked("/sms", 1).getFirst();
        assertThat(asked.form().get("MessageSid"))
                .matches("SM[0-9a-f]{32}")
                .isNotEqualTo(sid)
                .isEqualTo(asked.form().get("SmsSid"))
                .isEqualTo(asked.form().get("SmsMessageSid"));
        assertThat(new RequestValidator("sandbox")
                        .validate(carrier.customer.url("/sms"), asked.form(), asked.header("X-Twilio-Signature")))
                .isTrue();
        var shown = carrier.business()
                .get("Messages/" + asked.form().get("MessageSid") + ".json")
                .json();
        assertThat(shown.path("direction").asString()).isEqualTo("inbound");
        assertThat(shown.path("status").asString()).isEqualTo("received");
        assertThat(shown.path("date_sent").isString()).isTrue();
        carrier.awaitStatus(sid, Status.DELIVERED);
    }

    @Test
    void section_5_after_a_failure_the_fallback_is_asked_with_what_went_wrong() {
        carrier.customer
                .on("/sms", status(500))
                .on("/fallback", twiml("<Response><Message>Later.</Message></Response>"));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        assertThat(carrier.asked("/fallback", 1).getFirst().form())
                .containsEntry("ErrorCode", "11200")
                .containsEntry("ErrorUrl", carrier.customer.url("/sms"))
                .containsEntry("Body", "Hello?");
        awaitScreen("Later.");
    }

    @Test
    void section_5_a_text_that_the_customer_failed_to_take_is_not_redelivered_but_can_be_read() {
        carrier.customer.on("/sms", status(500)).on("/fallback", status(503));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        Text text = received();
        assertThat(carrier.errorCodes()).containsExactly(11200, 11200);
        assertThat(carrier.asked("/sms")).hasSize(1);
        assertThat(carrier.business()
                        .get("Messages.json?From=%2B12025550123&DateSent%3E=2020-01-01")
                        .json()
                        .path("messages")
                        .path(0)
                        .path("sid")
                        .asString())
                .isEqualTo(text.sid());
    }

    @Test
    void section_9_replies_become_messages_of_their_own() {
        answers("<Message statusCallback=\"/status\">First.</Message>"
                + "<Message><Body>Second &amp; last.</Body></Message>");

        carrier.textIn(HANDSET, SENDER, "Hello?");

        awaitScreen("First.", "Second & last.");
        Text reply = carrier.sandbox
                .texting()
                .store()
                .newestFirst()
                .filter(text -> text.content().body().equals("First."))
                .findFirst()
                .orElseThrow();
        assertThat(reply.route().direction()).isEqualTo(Direction.OUTBOUND_REPLY);
        assertThat(carrier.business().get("Messages/" + reply.sid() + ".json").text("direction"))
                .isEqualTo("outbound-reply");
        assertThat(carrier.asked("/status", 2)).hasSize(2);
    }

    @Test
    void section_9_the_official_librarys_twiml_is_understood() {
        String xml = new MessagingResponse.Builder()
                .message(new Message.Builder()
                        .body(new Body.Builder("From the library").build())
                        .build())
                .build()
                .toXml();
        carrier.customer.on("/sms", twiml(xml));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        awaitScreen("From the library");
    }

    @Test
    void section_1_plain_text_is_sent_back_as_it_is() {
        carrier.customer.on("/sms", reply(200, "text/plain", "Thank you.".getBytes(StandardCharsets.UTF_8)));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        awaitScreen("Thank you.");
    }

    @Test
    void section_9_redirect_goes_on_with_another_document_and_nothing_behind_it() {
        answers("<Message>One</Message><Redirect>/more</Redirect><Message>Never</Message>");
        carrier.customer.on("/more", twiml("<Response><Message>Two</Message></Response>"));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        awaitScreen("One", "Two");
        assertThat(carrier.asked("/more").getFirst().form()).containsEntry("Body", "Hello?");
    }

    @Test
    void section_9_an_action_gets_the_replys_sid_and_status_and_its_document_goes_on() {
        answers("<Message action=\"/sent\">One</Message><Message>Never</Message>");
        carrier.customer.on("/sent", twiml("<Response><Message>Two</Message></Response>"));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        awaitScreen("One", "Two");
        assertThat(carrier.asked("/sent").getFirst().form())
                .containsEntry("MessageStatus", "queued")
                .containsKey("MessageSid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Say>Hello</Say>                                   | 14110",
                "<Dance/>                                           | 12200",
                "<Message/>                                         | 14103",
                "<Message to='12'>x</Message>                       | 14101",
                "<Message from='+12025550177'>x</Message>           | 14102",
                "<Message method='PUT' action='/a'>x</Message>      | 14104",
                "<Message><Media>no url:</Media><Body>x</Body></Message> | 11100",
            })
    void section_9_what_a_reply_must_not_hold_is_in_the_debugger(String verbs, int code) {
        answers(verbs);

        carrier.textIn(HANDSET, SENDER, "Hello?");

        await().until(() -> carrier.errorCodes().contains(code));
    }

    @ParameterizedTest
    @CsvSource({"application/xml, <Response><Message>, 12100", "application/json, {}, 12300"})
    void section_1_a_document_that_cannot_be_read_sends_nothing(String type, String body, int code) {
        carrier.customer.on("/sms", reply(200, type, body.getBytes(StandardCharsets.UTF_8)));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        received();
        assertThat(carrier.errorCodes()).contains(code);
        assertThat(screen()).isEmpty();
    }

    @Test
    void section_9_of_more_than_ten_replies_ten_are_sent() {
        answers("<Message>x</Message>".repeat(11));
        fast();

        carrier.textIn(HANDSET, SENDER, "Hello?");

        await().until(() -> screen().size() == 10);
        assertThat(carrier.errorCodes()).containsOnlyOnce(14109);
    }

    @Test
    void section_9_between_one_pair_of_numbers_there_are_15_replies_in_30_s_and_not_one_more() {
        answers("<Message>x</Message>".repeat(8));
        fast();
        carrier.textIn(HANDSET, SENDER, "Hello?");
        carrier.textIn(HANDSET, SENDER, "Hello?");

        await().until(() -> screen().size() == 15);
        assertThat(carrier.errorCodes()).containsOnlyOnce(14107);
    }

    private void fast() {
        carrier.sandbox.texting().senders().arrange(SENDER, new Sender(1_000.0, null, null));
    }

    @Test
    void a_redirect_in_a_circle_ends_with_14106() {
        answers("<Redirect>/sms</Redirect>");

        carrier.textIn(HANDSET, SENDER, "Hello?");

        await().until(() -> carrier.errorCodes().contains(14106));
        assertThat(carrier.asked("/sms")).hasSize(100);
    }

    @Test
    void a_number_without_url_keeps_the_text_and_asks_nobody() {
        carrier.buys("+14155550102");

        carrier.textIn(HANDSET, "+14155550102", "Hello?");

        assertThat(received().content().body()).isEqualTo("Hello?");
        assertThat(carrier.sandbox.webhooks().log().exchanges()).isEmpty();
    }

    @Test
    void between_two_numbers_of_the_business_there_is_an_outbound_and_an_inbound_text() {
        answers("");
        carrier.buys("+14155550102");

        String sid = carrier.text("+14155550102", SENDER, "Note to self.").text("sid");

        carrier.awaitStatus(sid, Status.DELIVERED);
        assertThat(received().route().from()).isEqualTo("+14155550102");
        assertThat(carrier.asked("/sms", 1).getFirst().form()).containsEntry("From", "+14155550102");
        assertThat(carrier.screen(SENDER)).isEmpty();
    }

    @Test
    void the_ledger_has_what_handsets_received_and_what_they_sent() {
        answers("<Message>Back.</Message>");

        carrier.textIn(HANDSET, SENDER, "Hello?");
        awaitScreen("Back.");

        await().untilAsserted(() -> assertThat(
                        carrier.sandbox.ledger().read(0, 10, fact -> true).entries())
                .extracting(entry -> entry.fact().getClass().getSimpleName())
                .contains("TextReceived", "TextDelivered"));
    }

    @Test
    void an_empty_reply_of_200_passes() {
        carrier.customer.on("/sms", reply(200, "", new byte[0]));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        received();
        assertThat(carrier.errorCodes()).isEmpty();
    }

    @Test
    void an_empty_document_sends_nothing() {
        carrier.customer.on("/sms", twiml(EMPTY));

        carrier.textIn(HANDSET, SENDER, "Hello?");

        received();
        assertThat(screen()).isEmpty();
        assertThat(carrier.errorCodes()).isEmpty();
    }
}
