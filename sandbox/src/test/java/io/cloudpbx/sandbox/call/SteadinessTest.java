package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens does not depend on how fast the clock or the machine is. */
class SteadinessTest extends CallTest {
    private static final String MENU =
            "<Gather timeout=\"5\" numDigits=\"3\" action=\"/got\"/><Redirect>/nothing</Redirect>";
    private static final String PRESSES_101 = "<Pause length=\"2\"/><Play digits=\"101\"/><Pause length=\"3\"/>";

    @RepeatedTest(50)
    void keys_after_two_seconds_are_in_time_for_a_timeout_of_five() {
        business(MENU);
        customer.answer("/got", "<Hangup/>");

        caller(PRESSES_101);

        assertThat(asked("/got").get("Digits")).isEqualTo("101");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 2000})
    void at_any_speed(double speed) {
        try (Carrier other = new Carrier(speed).sells(Carrier.BUSINESS, customer.url("/in"), null)) {
            business(MENU);
            customer.answer("/got", "<Hangup/>");

            other.callIn(PRESSES_101);
            other.settle();

            assertThat(asked("/got").get("Digits")).isEqualTo("101");
        }
    }

    @Test
    void five_hundred_calls_at_once_all_come_to_their_end() {
        business("<Gather timeout=\"5\" numDigits=\"3\" action=\"/got\"><Say>Dial the extension.</Say></Gather>");
        customer.answer("/got", "<Record action=\"/done\"/>");
        customer.answer("/done", "<Hangup/>");

        List<Call> placed = IntStream.range(0, 500)
                .mapToObj(i -> carrier.place(
                        Account.OUTSIDE_SID,
                        "+1415555%04d".formatted(1000 + i),
                        Carrier.BUSINESS,
                        "<Pause length=\"4\"/><Play digits=\"101\"/><Pause length=\"3\"/><Say>This is a message.</Say><Pause length=\"30\"/>",
                        null))
                .toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> placed.stream()
                        .allMatch(call -> carrier.call(call.sid()).status() == Call.Status.COMPLETED));

        assertThat(customer.requests("/got"))
                .hasSize(500)
                .allSatisfy(got -> assertThat(got.get("Digits")).isEqualTo("101"));
        assertThat(customer.requests("/done")).hasSize(500);
    }
}
