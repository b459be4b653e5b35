package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.state.Recording;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A carrier that stops in the middle of a call, and starts again. */
class RecoveryTest {
    @TempDir
    private Path folder;

    private CustomerServer customer;

    @BeforeEach
    void start() throws Exception {
        customer = new CustomerServer();
        customer.answer("/status", "");
        customer.answer("/recorded", "");
    }

    @AfterEach
    void stop() {
        customer.close();
    }

    @Test
    void live_calls_have_ended_and_the_customer_is_told() {
        customer.answer("/in", "<Say>Hi</Say><Pause length=\"3600\"/>");
        try (Carrier before = new Carrier(20, CarrierState.open(folder))) {
            before.sells(Carrier.BUSINESS, customer.url("/in"), customer.url("/status"));
            before.callIn("<Pause length=\"3600\"/>");
            Awaitility.await().until(() -> before.story("heard").size() == 1);
        }
        assertThat(customer.requests("/status")).isEmpty();

        try (Carrier after = new Carrier(20, CarrierState.open(folder))) {
            assertThat(after.state.calls()).hasSize(2).allSatisfy(call -> {
                assertThat(call.status()).isEqualTo(Status.COMPLETED);
                assertThat(call.endTime()).isNotNull();
            });
            Awaitility.await().until(() -> customer.requests("/status").size() == 1);
            assertThat(customer.requests("/status").getFirst().parameters())
                    .containsEntry("CallStatus", "completed")
                    .containsEntry("CallSid", after.businessLeg().sid());
            assertThat(after.switchBoard.liveCalls()).isEmpty();
        }
    }

    @Test
    void a_call_that_was_ringing_has_failed() {
        try (Carrier before = new Carrier(20, CarrierState.open(folder))) {
            before.switchBoard.handsets().teach(Carrier.MOBILE, new Behaviour.RingOut());
            Call placed = before.place(Account.OUTSIDE_SID, Carrier.CALLER, Carrier.MOBILE, "<Hangup/>", null);
            Awaitility.await().until(() -> before.call(placed.sid()).status() == Status.RINGING);
        }

        try (Carrier after = new Carrier(20, CarrierState.open(folder))) {
            assertThat(after.state.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.status()).isEqualTo(Status.FAILED));
        }
    }

    @Test
    void a_recording_whose_sound_was_stored_is_completed_and_told_of() {
        Recording processing;
        try (Carrier before = new Carrier(20, CarrierState.open(folder))) {
            customer.answer("/in", "<Record action=\"/done\" recordingStatusCallback=\"/recorded\"/>");
            // The action is asked before the recording is complete; the carrier stops right there.
            customer.answer("/done", request -> {
                before.switchBoard.close();
                return CustomerServer.Answer.xml("<Response/>");
            });
            before.sells(Carrier.BUSINESS, customer.url("/in"), null);
            before.callIn("<Pause/><Say>Please keep this message.</Say><Pause length=\"60\"/>");
            Awaitility.await().until(() -> customer.requests("/done").size() == 1);
            processing = before.state.recordings().getFirst();
        }
        assertThat(processing.status()).isEqualTo(Recording.Status.PROCESSING);

        try (Carrier after = new Carrier(20, CarrierState.open(folder))) {
            assertThat(after.state.recording(processing.sid()).orElseThrow().status())
                    .isEqualTo(Recording.Status.COMPLETED);
            assertThat(after.state.media(processing.sid())).isPresent();
            Awaitility.await().until(() -> customer.requests("/recorded").size() == 1);
        }
    }

    @Test
    void transcripts_are_remembered() {
        customer.answer("/in", "<Say>Hi</Say>");
        String businessLeg;
        try (Carrier before = new Carrier(20, CarrierState.open(folder))) {
            before.sells(Carrier.BUSINESS, customer.url("/in"), null);
            before.callIn("<Pause length=\"60\"/>");
            before.settle();
            businessLeg = before.businessLeg().sid();
        }

        try (Carrier after = new Carrier(20, CarrierState.open(folder))) {
            assertThat(after.switchBoard.transcript(businessLeg).orElseThrow().entries())
                    .anySatisfy(entry -> assertThat(entry.text()).isEqualTo("Hi"));
        }
    }

    @Test
    void a_conference_that_was_going_on_has_ended_and_a_queue_is_still_there() {
        String room =
                "<Dial><Conference statusCallback=\"/status\" statusCallbackEvent=\"end\">Room 12</Conference></Dial>";
        customer.answer("/in", room);
        try (Carrier before = new Carrier(20, CarrierState.open(folder))) {
            before.sells(Carrier.BUSINESS, customer.url("/in"), null);
            before.callIn("<Pause length=\"3600\"/>");
            before.switchBoard.queues().create(Account.BUSINESS_SID, "support", 5);
            Awaitility.await()
                    .until(() -> !before.switchBoard.conferences().all().isEmpty());
        }

        try (Carrier after = new Carrier(20, CarrierState.open(folder))) {
            assertThat(after.switchBoard.conferences().all())
                    .singleElement()
                    .satisfies(conference -> assertThat(conference.status()).isEqualTo(Conference.Status.COMPLETED));
            assertThat(after.switchBoard.queues().all()).hasSize(1);
            Awaitility.await().until(() -> customer.requests("/status").size() == 1);
            assertThat(customer.requests("/status").getFirst().parameters())
                    .containsEntry("StatusCallbackEvent", "conference-end");
        }
    }
}
