package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static io.cloudpbx.sandbox.message.Carrier.TOLL_FREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.SenderRegistration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} section 15, E6, A24: rates, queues, validity, registration, quotas. */
class QueueTest {
    private final Carrier carrier = new Carrier();

    @BeforeEach
    void buy() {
        carrier.buys(SENDER);
        carrier.buys(TOLL_FREE);
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    /** When each of these texts left, in seconds after the first. */
    private List<Double> leaving(String from, String to, String body, int count) {
        List<String> sids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sids.add(carrier.text(from, to, body).text("sid"));
        }
        List<Instant> sent = sids.stream()
                .map(sid -> carrier.awaitStatus(sid, Status.DELIVERED))
                .map(text -> text.progress().sent())
                .toList();
        return sent.stream()
                .map(at -> Duration.between(sent.getFirst(), at).toMillis() / 1_000.0)
                .toList();
    }

    @Test
    void section_13_a_text_that_waits_in_its_queue_can_be_canceled_and_never_leaves() {
        carrier.sandbox.texting().senders().arrange(SENDER, new Sender(0.1, null, null));
        carrier.text(SENDER, "+12025550123", "one");
        String waiting = carrier.text(SENDER, "+12025550123", "two").text("sid");
        String last = carrier.text(SENDER, "+12025550123", "three").text("sid");

        var canceled = carrier.business().post("Messages/" + waiting + ".json", "Status", "canceled");

        assertThat(canceled.status()).isEqualTo(200);
        assertThat(canceled.text("status")).isEqualTo("canceled");
        carrier.awaitStatus(last, Status.DELIVERED);
        assertThat(carrier.screen("+12025550123")).extracting(HandsetText::body).containsExactly("one", "three");
        assertThat(carrier.message(waiting).progress().history())
                .extracting(Text.Change::status)
                .containsExactly(Status.QUEUED, Status.CANCELED);
    }

    @ParameterizedTest
    @CsvSource({"+14155550101, +12025550123,  1", "+18885550101, +12025550123,  3", "+14155550101, +442079460123, 10"})
    void a_sender_has_the_documented_rate_of_its_type(String from, String to, double perSecond) {
        List<Double> left = leaving(from, to, "x", 4);

        // The queue may run dry for a moment while the texts are made, so a text may be later, never earlier.
        for (int i = 1; i < left.size(); i++) {
            assertThat(left.get(i)).isGreaterThanOrEqualTo(i / perSecond - 0.002);
        }
    }

    @ParameterizedTest
    @CsvSource({"+14155550101, +12025550123,  1", "+18885550101, +12025550123,  3", "+14155550101, +442079460123, 10"})
    void a_queue_that_never_runs_dry_is_emptied_at_exactly_the_rate(String from, String to, double perSecond) {
        Pace pace = new Pace();
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        Pace.Limits limits = Sender.DEFAULT.limits(from, to);

        for (int i = 0; i < 100; i++) {
            Pace.Slot slot = pace.reserve(from, 1, limits, now, now.plusSeconds(36_000));
            Instant expected = now.plusNanos((long) (i * 1e9 / perSecond));
            assertThat(slot)
                    .isInstanceOfSatisfying(
                            Pace.Slot.Leaves.class,
                            leaves -> assertThat(Duration.between(leaves.at(), expected)
                                            .abs())
                                    .isLessThan(Duration.ofMillis(1)));
        }
    }

    @Test
    void a_queue_holds_ten_hours_and_not_a_segment_more() {
        Pace pace = new Pace();
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        Pace.Limits limits = Sender.DEFAULT.limits(SENDER, HANDSET);
        Instant tomorrow = now.plusSeconds(86_400);

        assertThat(pace.reserve(SENDER, 36_000, limits, now, tomorrow)).isInstanceOf(Pace.Slot.Leaves.class);
        assertThat(pace.reserve(SENDER, 1, limits, now, tomorrow)).isInstanceOf(Pace.Slot.Full.class);
        assertThat(pace.reserve(SENDER, 1, limits, now.plusSeconds(1), tomorrow))
                .isEqualTo(new Pace.Slot.Leaves(now.plusSeconds(36_000)));
    }

    @Test
    void each_segment_of_a_text_counts() {
        List<Double> left = leaving(SENDER, HANDSET, "a".repeat(307), 2);

        assertThat(left.get(1)).isGreaterThanOrEqualTo(2.998);
    }

    @Test
    void a_full_queue_refuses_with_21611() {
        carrier.sandbox.texting().senders().arrange(SENDER, new Sender(0.01, 300, null));

        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            codes.add(carrier.text(SENDER, HANDSET, "a".repeat(160)).code());
        }

        assertThat(codes).startsWith(0, 0, 0).contains(21611);
    }

    @Test
    void through_a_service_a_full_queue_lets_the_text_fail_with_30001() {
        String service = carrier.service(SENDER);
        carrier.sandbox.texting().senders().arrange(SENDER, new Sender(0.01, 150, null));
        carrier.textThrough(service, HANDSET, "x");
        Rest.Reply second = carrier.textThrough(service, HANDSET, "x");

        assertThat(second.status()).isEqualTo(201);
        assertThat(carrier.awaitStatus(second.text("sid"), Status.FAILED)
                        .progress()
                        .errorCode())
                .isEqualTo(30001);
    }

    @Test
    void what_cannot_leave_within_its_validity_fails_with_30036() {
        carrier.sandbox.texting().senders().arrange(SENDER, new Sender(0.05, null, null));
        carrier.text(SENDER, HANDSET, "x");
        String late = carrier.text(SENDER, HANDSET, "x", "ValidityPeriod", "5").text("sid");

        Text failed = carrier.awaitStatus(late, Status.FAILED);

        assertThat(failed.progress().errorCode()).isEqualTo(30036);
        assertThat(failed.progress().updated()).isEqualTo(failed.created().plusSeconds(5));
        assertThat(carrier.screen(HANDSET)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void one_senders_queue_is_nobody_elses() {
        carrier.sandbox.texting().senders().arrange(SENDER, new Sender(0.01, null, null));
        carrier.text(SENDER, HANDSET, "x");
        carrier.text(SENDER, HANDSET, "x");

        carrier.awaitStatus(carrier.text(TOLL_FREE, HANDSET, "x").text("sid"), Status.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "+18885550101, UNREGISTERED, 30032",
        "+18885550101, IN_REVIEW,    30032",
        "+14155550101, UNREGISTERED, 30034",
        "+14155550101, IN_REVIEW,    30035",
        "+14155550101, REFUSED,      30033",
    })
    void e18_networks_refuse_texts_of_senders_that_are_not_registered(
            String from, SenderRegistration.Status status, int code) {
        carrier.sandbox.state().senderRegistrations().set(from, status);

        Text text = carrier.awaitStatus(carrier.text(from, HANDSET, "x").text("sid"), Status.UNDELIVERED);

        assertThat(text.progress().errorCode()).isEqualTo(code);
        assertThat(carrier.screen(HANDSET)).isEmpty();
    }

    @Test
    void e18_an_account_has_a_daily_limit_when_it_is_given_one() {
        carrier.sandbox.texting().quotas().set(Account.BUSINESS_SID, new Quotas.Quota(2));
        carrier.text(SENDER, HANDSET, "x");
        carrier.text(SENDER, HANDSET, "x");

        Rest.Reply third = carrier.text(SENDER, HANDSET, "x");

        assertThat(third.code()).isEqualTo(63038);
        assertThat(third.status()).isEqualTo(429);
        assertThat(carrier.textIn(HANDSET, SENDER, "x").status()).isEqualTo(201);
    }

    @Test
    void a24_a_second_with_more_than_the_rate_is_in_the_ledger() {
        for (int i = 0; i < 20; i++) {
            carrier.text(SENDER, HANDSET, "x");
        }

        await().untilAsserted(() -> assertThat(carrier.sandbox
                        .ledger()
                        .read(0, 10, Fact.RateExceeded.class::isInstance)
                        .entries())
                .isNotEmpty()
                .allSatisfy(entry -> {
                    Fact.RateExceeded exceeded = (Fact.RateExceeded) entry.fact();
                    assertThat(exceeded.sender()).isEqualTo(SENDER);
                    assertThat(exceeded.allowed()).isEqualTo(1);
                    assertThat(exceeded.segments()).isGreaterThan(1);
                }));
    }
}
