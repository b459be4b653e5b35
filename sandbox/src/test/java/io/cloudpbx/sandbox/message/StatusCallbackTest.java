package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.message.Text.Status;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twilio.md} 3.2, section 13 and E13: who is told what about a text on its way. */
class StatusCallbackTest {
    private final Carrier carrier = new Carrier();

    @BeforeEach
    void buy() {
        carrier.buys(SENDER);
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    private static List<String> statuses(List<Asked> asked) {
        return asked.stream()
                .map(request -> request.form().get("MessageStatus"))
                .toList();
    }

    @Test
    void from_a_number_queued_is_in_the_201_and_sent_and_delivered_are_called_back() {
        String sid = carrier.text(SENDER, HANDSET, "Hello.").text("sid");

        List<Asked> asked = carrier.asked("/status", 2);
        assertThat(statuses(asked)).containsExactly("sent", "delivered");
        assertThat(asked.getFirst().form())
                .containsOnlyKeys(
                        "AccountSid", "ApiVersion", "From", "MessageSid", "MessageStatus", "SmsSid", "SmsStatus", "To")
                .containsEntry("MessageSid", sid)
                .containsEntry("SmsSid", sid)
                .containsEntry("SmsStatus", "sent")
                .containsEntry("From", SENDER)
                .containsEntry("To", HANDSET);
        assertThat(asked.getLast().form().get("RawDlrDoneDate")).matches("\\d{10}");
        assertThat(new RequestValidator("sandbox")
                        .validate(
                                carrier.customer.url("/status"),
                                asked.getFirst().form(),
                                asked.getFirst().header("X-Twilio-Signature")))
                .isTrue();
        assertThat(carrier.screen(HANDSET)).singleElement().satisfies(shown -> {
            assertThat(shown.body()).isEqualTo("Hello.");
            assertThat(shown.from()).isEqualTo(SENDER);
        });
    }

    @ParameterizedTest
    @CsvSource({"unreachable, 30003", "blocked, 30004", "unknown, 30005", "landline, 30006", "filtered, 30007"})
    void e18_what_a_handset_does_not_get_is_undelivered_with_its_code(String behaviour, int code) {
        carrier.handset(
                HANDSET,
                switch (behaviour) {
                    case "unreachable" -> new Reception.Unreachable(null);
                    case "blocked" -> new Reception.Blocked(null);
                    case "unknown" -> new Reception.Unknown(null);
                    case "landline" -> new Reception.Landline(null, null);
                    default -> new Reception.Filtered(null);
                });
        String sid = carrier.text(SENDER, HANDSET, "Hello.").text("sid");

        List<Asked> asked = carrier.asked("/status", 2);
        assertThat(statuses(asked)).containsExactly("sent", "undelivered");
        assertThat(asked.getLast().form()).containsEntry("ErrorCode", String.valueOf(code));
        assertThat(asked.getFirst().form()).doesNotContainKey("ErrorCode");
        var shown = carrier.business().get("Messages/" + sid + ".json").json();
        assertThat(shown.path("error_code").isInt()).isTrue();
        assertThat(shown.path("error_code").asInt()).isEqualTo(code);
        assertThat(shown.path("error_message").asString()).isNotEqualTo("Unknown error");
        assertThat(carrier.screen(HANDSET)).isEmpty();
    }

    /** Section 14, what a carrier answers. */
    @ParameterizedTest
    @ValueSource(ints = {30008, 30009, 30017, 30019, 30022, 30023, 30027, 30410})
    void what_a_network_refuses_is_sent_and_then_undelivered(int code) {
        carrier.handset(HANDSET, new Reception.Fails(null, code));
        String sid = carrier.text(SENDER, HANDSET, "Hello.").text("sid");

        List<Asked> asked = carrier.asked("/status", 2);
        assertThat(statuses(asked)).containsExactly("sent", "undelivered");
        assertThat(asked.getLast().form()).containsEntry("ErrorCode", String.valueOf(code));
        assertThat(carrier.business().get("Messages/" + sid + ".json").text("error_message"))
                .isEqualTo(MessageErrors.text(code));
        assertThat(carrier.screen(HANDSET)).isEmpty();
    }

    /** Section 13: {@code failed} never left Twilio. */
    @ParameterizedTest
    @ValueSource(ints = {30010, 30450, 30610})
    void what_twilio_holds_back_fails_without_having_been_sent(int code) {
        carrier.handset(HANDSET, new Reception.Fails(null, code));
        String sid = carrier.text(SENDER, HANDSET, "Hello.").text("sid");

        assertThat(carrier.asked("/status", 1))
                .singleElement()
                .satisfies(asked -> assertThat(asked.form())
                        .containsEntry("MessageStatus", "failed")
                        .containsEntry("ErrorCode", String.valueOf(code)));
        assertThat(carrier.message(sid).progress().sent()).isNull();
    }

    /** Section 14, 30011. */
    @Test
    void a_network_without_pictures_takes_words_only() {
        carrier.customer.on("/cat.png", CustomerServer.reply(200, "image/png", new byte[] {1}));
        carrier.handset(HANDSET, new Reception.NoMedia(null));

        String words = carrier.text(SENDER, HANDSET, "Hello.").text("sid");
        String picture = carrier.text(SENDER, HANDSET, "Look.", "MediaUrl", carrier.customer.url("/cat.png"))
                .text("sid");

        carrier.awaitStatus(words, Status.DELIVERED);
        assertThat(carrier.awaitStatus(picture, Status.UNDELIVERED).progress().errorCode())
                .isEqualTo(30011);
    }

    @Test
    void some_routes_never_give_a_receipt_and_the_text_stays_sent() {
        carrier.handset(HANDSET, new Reception.NoReceipt(null));
        String sid = carrier.text(SENDER, HANDSET, "Hello.").text("sid");
        String later = carrier.text(SENDER, "+12025550124", "Hello.").text("sid");

        carrier.awaitStatus(later, Status.DELIVERED);

        assertThat(carrier.message(sid).status()).isEqualTo(Status.SENT);
        assertThat(carrier.message(sid).underWay()).isFalse();
        assertThat(carrier.screen(HANDSET)).hasSize(1);
    }

    @Test
    void a_receipt_may_come_an_hour_after_the_text() {
        carrier.handset(HANDSET, new Reception.Deliver(1.0, 3.0));
        Text text = carrier.awaitStatus(carrier.text(SENDER, HANDSET, "Hello.").text("sid"), Status.DELIVERED);

        HandsetText shown = carrier.screen(HANDSET).getFirst();
        assertThat(shown.at().plusSeconds(3)).isEqualTo(text.progress().updated());
        assertThat(text.progress().sent()).isEqualTo(shown.at().minusSeconds(1));
    }

    @Test
    void statuses_move_by_carrier_time_and_are_all_remembered() {
        Text text = carrier.awaitStatus(carrier.text(SENDER, HANDSET, "Hello.").text("sid"), Status.DELIVERED);

        assertThat(text.progress().history())
                .extracting(Text.Change::status)
                .containsExactly(Status.QUEUED, Status.SENT, Status.DELIVERED);
        assertThat(text.progress().history()).isSortedAccordingTo(java.util.Comparator.comparing(Text.Change::at));
    }

    @Test
    void a_callback_by_get_has_its_parameters_in_the_query() {
        carrier.text(SENDER, HANDSET, "Hello.", "StatusCallbackMethod", "GET");

        assertThat(carrier.asked("/status", 2)).allSatisfy(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.target()).contains("MessageStatus=");
        });
    }
}
