package io.cloudpbx.sandbox.webhook;

import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.security.RequestValidator;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.fault.FaultRule;
import io.cloudpbx.sandbox.fault.Faults;
import io.cloudpbx.sandbox.fault.HowOften;
import io.cloudpbx.sandbox.fault.Part;
import io.cloudpbx.sandbox.fault.What;
import io.cloudpbx.sandbox.fault.Where;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.ledger.Ledger;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code twilio.md} E1, E3, E18: what can go wrong with requests to customers' servers. */
class WebhookFaultsTest {
    private static final String CALL = "CA00000000000000000000000000000001";
    private static final Where STATUS = new Where(Part.WEBHOOK, null, null, null, null, "call.status");
    private static final Where EVERYTHING = new Where(Part.WEBHOOK, null, null, null, null, null);

    private final CarrierState state = CarrierState.inMemory();
    private final Account business = state.account(Account.BUSINESS_SID);
    private final SandboxClock clock = new SandboxClock(1);
    private final Debugger debugger = new Debugger(state, clock);
    private final Faults faults = new Faults(state);
    private final Ledger ledger = Ledger.inMemory(clock);
    private final WebhookClient webhooks = new WebhookClient(clock, debugger, Duration.ofSeconds(10), faults, ledger);
    private final CustomerServer server = new CustomerServer();

    @BeforeEach
    void serve() {
        clock.stand();
        server.on("/status", status(204)).on("/voice", twiml("<Response/>"));
    }

    @AfterEach
    void stop() {
        webhooks.close();
        server.close();
    }

    private void fault(Where where, What what, @Nullable HowOften often) {
        faults.add(new FaultRule(null, where, what, often, 1L));
    }

    private static HowOften first(long times) {
        return new HowOften(null, times, null, null);
    }

    /** Tells this many times how the call goes. */
    private void notices(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            webhooks.notify(
                    business,
                    server.url("/status"),
                    "POST",
                    Map.of("CallSid", CALL, "CallStatus", "ringing", "SequenceNumber", String.valueOf(i)),
                    CALL);
        }
        clock.advance(Duration.ZERO);
    }

    private WebhookReply fetch() {
        return webhooks.fetch(business, WebhookTarget.of(server.url("/voice"), "POST"), Map.of("CallSid", CALL), CALL);
    }

    private List<String> told() {
        return server.asked.stream()
                .map(asked -> asked.form().get("SequenceNumber"))
                .toList();
    }

    @Test
    void callbacks_can_be_lost() throws InterruptedException {
        fault(STATUS, new What.Drop(), first(2));

        notices(3);

        assertThat(told()).containsExactly("2");
    }

    @Test
    void they_can_come_twice_with_the_same_token() throws InterruptedException {
        fault(STATUS, new What.Duplicate(2), first(1));

        notices(2);

        assertThat(told()).containsExactly("0", "0", "0", "1");
        assertThat(server.asked.stream().limit(3).map(asked -> asked.header("I-Twilio-Idempotency-Token")))
                .containsOnly(server.asked.peek().header("I-Twilio-Idempotency-Token"));
    }

    @Test
    void they_can_be_late_in_carrier_time_and_are_overtaken() throws InterruptedException {
        fault(STATUS, new What.Delay(60_000, 60_000L), first(1));

        notices(3);
        assertThat(told()).containsExactly("1", "2");
        clock.advance(Duration.ofSeconds(59));
        assertThat(told()).hasSize(2);
        clock.advance(Duration.ofSeconds(1));

        assertThat(told()).containsExactly("1", "2", "0");
    }

    @Test
    void they_can_change_places_with_the_next() throws InterruptedException {
        fault(STATUS, new What.Reorder(30), null);

        notices(4);

        assertThat(told()).containsExactly("1", "0", "3", "2");
    }

    @Test
    void one_that_is_held_back_and_has_no_next_comes_after_its_time() throws InterruptedException {
        fault(STATUS, new What.Reorder(30), null);

        notices(1);
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofSeconds(30));

        assertThat(told()).containsExactly("0");
    }

    @Test
    void e1_an_unknown_parameter_is_sent_and_signed_with_the_rest() {
        fault(EVERYTHING, new What.ExtraParameter(null, null), null);

        fetch();

        Asked asked = server.asked.remove();
        assertThat(asked.form()).containsEntry("XFutureParam", "1");
        assertThat(new RequestValidator("sandbox")
                        .validate(server.url("/voice"), asked.form(), asked.header("X-Twilio-Signature")))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = What.Variant.class,
            names = {"WITH_PORT", "WITHOUT_PORT"})
    void e3_a_signature_with_or_without_port_satisfies_the_official_validator(What.Variant variant) {
        fault(EVERYTHING, new What.Signature(variant), null);

        fetch();

        Asked asked = server.asked.remove();
        assertThat(new RequestValidator("sandbox")
                        .validate(server.url("/voice"), asked.form(), asked.header("X-Twilio-Signature")))
                .isTrue();
        if (variant == What.Variant.WITHOUT_PORT) {
            assertThat(asked.header("X-Twilio-Signature"))
                    .isEqualTo(WebhookSignature.of("sandbox", "http://127.0.0.1/voice", asked.form()));
        }
    }

    @Test
    void a_signature_by_the_wrong_key_does_not() {
        fault(EVERYTHING, new What.Signature(What.Variant.WRONG_KEY), null);

        fetch();

        Asked asked = server.asked.remove();
        assertThat(new RequestValidator("sandbox")
                        .validate(server.url("/voice"), asked.form(), asked.header("X-Twilio-Signature")))
                .isFalse();
    }

    @Test
    void a_customer_who_cannot_be_reached_is_11205_after_one_more_try() {
        fault(EVERYTHING, new What.Outage(), null);

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(11205));
        assertThat(server.asked).isEmpty();
        assertThat(webhooks.log().exchanges()).hasSize(2);
    }

    @Test
    void a_document_may_be_asked_for_twice() {
        fault(EVERYTHING, new What.Duplicate(1), null);

        assertThat(fetch()).isInstanceOf(WebhookReply.Answered.class);
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void receipts_of_texts_are_a_part_of_their_own() throws InterruptedException {
        fault(new Where(Part.RECEIPT, null, null, "+14155550190", null, null), new What.Drop(), null);

        for (String status : List.of("sent", "delivered")) {
            for (String to : List.of("+14155550190", "+14155550191")) {
                webhooks.notify(
                        business,
                        server.url("/status"),
                        "POST",
                        Map.of("MessageSid", "SM1", "MessageStatus", status, "To", to),
                        "SM1" + to);
            }
        }
        clock.advance(Duration.ZERO);

        assertThat(server.asked.stream()
                        .map(asked ->
                                asked.form().get("MessageStatus") + asked.form().get("To")))
                .containsExactly("sent+14155550190", "sent+14155550191", "delivered+14155550191");
    }

    @Test
    void every_request_is_in_the_ledger_with_what_came_back() {
        clock.run(1);
        server.on("/gone", status(410));
        webhooks.notify(business, server.url("/gone"), "POST", Map.of("CallStatus", "ringing"), CALL);

        await().until(() -> ledger.size() == 1);
        assertThat(ledger.read(0, 1, fact -> true).entries().getFirst().fact())
                .isEqualTo(new Fact.Callback(
                        CALL, "call.status", "POST", server.url("/gone"), Map.of("CallStatus", "ringing"), 410, 11200));
    }
}
