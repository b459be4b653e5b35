package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code twilio.md} E13: with the clock moved by hand, calls depend on nothing but what was asked for. */
class SteppedCallsTest {
    private static final String MENU =
            "<Gather timeout=\"5\" numDigits=\"1\" action=\"/pressed\"><Say>Press one.</Say></Gather><Redirect>/none</Redirect>";

    private CustomerServer customer;
    private final List<Carrier> carriers = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        customer = new CustomerServer();
        customer.answer("/in", MENU);
        customer.answer("/pressed", "<Record action=\"/recorded\" recordingStatusCallback=\"/kept\" timeout=\"2\"/>");
        customer.answer("/none", "<Say>Goodbye.</Say>");
        customer.answer("/recorded", "<Hangup/>");
        customer.answer("/status", "");
        customer.answer("/kept", "");
    }

    @AfterEach
    void stop() {
        carriers.forEach(Carrier::close);
        customer.close();
    }

    private Carrier stepped() {
        Carrier carrier = new Carrier(1).sells(Carrier.BUSINESS, customer.url("/in"), customer.url("/status"));
        carrier.clock.stand();
        carriers.add(carrier);
        return carrier;
    }

    @Test
    void nothing_happens_before_the_clock_is_advanced() throws InterruptedException {
        Carrier carrier = stepped();

        carrier.callIn("<Pause length=\"20\"/>");
        assertThat(customer.requests("/in")).isEmpty();
        carrier.clock.advance(Duration.ZERO);

        assertThat(customer.requests("/in")).hasSize(1);
    }

    @Test
    void a_call_goes_exactly_as_far_as_the_clock() throws InterruptedException {
        Carrier carrier = stepped();

        carrier.callIn(
                "<Pause length=\"3\"/><Play digits=\"1\"/><Pause length=\"2\"/><Say>Hello there.</Say><Pause length=\"9\"/>");
        carrier.clock.advance(Duration.ofMillis(2_999));
        assertThat(customer.requests("/pressed")).isEmpty();
        carrier.clock.advance(Duration.ofMillis(1));
        assertThat(customer.requests("/pressed")).hasSize(1);
        carrier.clock.advance(Duration.ofMinutes(1));

        assertThat(carrier.switchBoard.isIdle()).isTrue();
        assertThat(customer.requests("/kept")).hasSize(1);
    }

    @Test
    void a_call_can_be_hung_up_while_the_clock_stands() throws InterruptedException {
        Carrier carrier = stepped();
        carrier.callIn("<Pause length=\"20\"/>");
        carrier.clock.advance(Duration.ofSeconds(1));

        Call ended = carrier.switchBoard.change(carrier.businessLeg(), new CallChange.Complete());

        assertThat(ended.status()).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void the_same_requests_bring_the_same_webhooks_in_the_same_order_at_the_same_instants()
            throws InterruptedException {
        assertThat(storyOfManyCalls()).hasSizeGreaterThan(200).isEqualTo(storyOfManyCalls());
    }

    private List<String> storyOfManyCalls() throws InterruptedException {
        Carrier carrier = stepped();
        Instant began = carrier.clock.instant();
        Random callers = new Random(7);
        for (int i = 0; i < 60; i++) {
            call(carrier, callers);
            carrier.clock.advance(Duration.ofMillis(callers.nextInt(4_000)));
        }
        carrier.clock.advance(Duration.ofMinutes(5));
        assertThat(carrier.switchBoard.isIdle()).isTrue();
        return carrier.webhooks.log().exchanges().stream()
                .map(asked -> Duration.between(began, asked.at()) + " "
                        + asked.url().replaceFirst(".*/", "") + " "
                        + asked.parameters().get("From") + " "
                        + asked.parameters().get("CallStatus") + " "
                        + asked.parameters().get("RecordingDuration"))
                .toList();
    }

    private static void call(Carrier carrier, Random callers) {
        String keys = callers.nextBoolean() ? "<Play digits=\"1\"/>" : "";
        String words =
                Stream.generate(() -> "word").limit(1 + callers.nextInt(5)).reduce("", (a, b) -> a + " " + b);
        carrier.place(
                Account.OUTSIDE_SID,
                "+1415555%04d".formatted(callers.nextInt(10_000)),
                Carrier.BUSINESS,
                "<Pause length=\"" + (1 + callers.nextInt(4)) + "\"/>" + keys + "<Say>" + words + "</Say>"
                        + "<Pause length=\"" + callers.nextInt(20) + "\"/>",
                null);
    }

    @Test
    void a_day_of_calls_runs_in_seconds() throws InterruptedException {
        Carrier carrier = stepped();
        Random callers = new Random(11);
        long began = System.nanoTime();

        for (int i = 0; i < 1_000; i++) {
            call(carrier, callers);
            carrier.clock.advance(Duration.ofSeconds(86));
        }

        assertThat(carrier.switchBoard.isIdle()).isTrue();
        assertThat(customer.requests("/status")).hasSize(1_000);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    }
}
