package io.cloudpbx.sandbox.fault;

import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code twilio.md} section 18, E8, E18: recordings that are not what they should be, callbacks that come too early. */
class ContentFaultsTest extends FaultTest {
    private static final String RECORDING = "RE00000000000000000000000000000001";
    private static final byte[] SOUND = new byte[1_000];

    @BeforeEach
    void record() {
        Instant now = sandbox().clock().instant();
        sandbox().state().storeMedia(RECORDING, SOUND);
        sandbox()
                .state()
                .save(new Recording(
                        RECORDING,
                        Account.BUSINESS_SID,
                        "CA00000000000000000000000000000001",
                        Recording.Status.COMPLETED,
                        Recording.Source.RECORD_VERB,
                        1,
                        now,
                        Duration.ofSeconds(4),
                        null,
                        now,
                        now,
                        Track.INBOUND));
    }

    private Rest.Reply sound() {
        return business().get("Recordings/" + RECORDING + ".wav");
    }

    @Test
    void e8_the_sound_is_404_at_first_and_then_200_while_its_description_is_there_at_once() {
        fault("'part':'recording'", "'fault':'not-yet','seconds':200", "");

        assertThat(sound().status()).isEqualTo(404);
        assertThat(sound().code()).isEqualTo(20404);
        assertThat(business().get("Recordings/" + RECORDING + ".json").status()).isEqualTo(200);
        Awaitility.await().until(() -> sound().status() == 200);
    }

    @Test
    void it_can_be_truncated() {
        fault("'part':'recording'", "'fault':'truncated','keep':0.25", "");

        assertThat(sound().status()).isEqualTo(200);
        assertThat(sound().bytes()).hasSize(250);
    }

    @Test
    void it_can_be_of_the_wrong_type() {
        fault("'part':'recording'", "'fault':'wrong-type','contentType':'text/html'", ",'howOften':{'first':1}");

        assertThat(sound().header("Content-Type")).isEqualTo("text/html");
        assertThat(sound().header("Content-Type")).isEqualTo("audio/x-wav");
    }

    @Test
    void it_can_promise_more_than_it_sends() {
        fault("'part':'recording'", "'fault':'wrong-length','extraBytes':10", "");

        assertThatThrownBy(this::sound).isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void its_outage_leaves_the_rest_of_the_api_as_it_is() {
        fault("'part':'recording'", "'fault':'outage'", "");

        assertThatThrownBy(this::sound).isInstanceOf(UncheckedIOException.class);
        assertThat(business().get("Recordings.json").status()).isEqualTo(200);
    }

    @Test
    void a9_a_callback_can_overtake_the_reply_of_its_own_post() {
        buy("+14155550101");
        fault("'part':'rest','route':'*/Calls.json','method':'POST'", "'fault':'callback-first','upToSeconds':30", "");
        Set<String> told = ConcurrentHashMap.newKeySet();
        try (CustomerServer customer = new CustomerServer()) {
            customer.on("/status", exchange -> {
                told.add("told");
                status(204).give(exchange);
            });

            Rest.Reply placed = business()
                    .post(
                            "Calls.json",
                            "From",
                            "+14155550101",
                            "To",
                            "+14155550191",
                            "Twiml",
                            "<Response/>",
                            "StatusCallback",
                            customer.url("/status"),
                            "StatusCallbackEvent",
                            "initiated");

            assertThat(told).containsExactly("told");
            assertThat(placed.status()).isEqualTo(201);
            assertThat(customer.asked.remove().form()).containsEntry("CallSid", placed.text("sid"));
        }
    }
}
