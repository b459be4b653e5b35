package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.sandbox.audio.Loudness;
import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.call.Exchange.CallNotInProgress;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code <Start>}, {@code <Stop>} and recordings by REST ({@code twilio.md} sections 2.3, 7 and 12). */
class BackgroundTest extends CallTest {
    private static final CallOrder.RecordingOrder ORDER = new CallOrder.RecordingOrder(false, Track.BOTH, false, null);

    private Recording recording() {
        assertThat(carrier.state.recordings()).hasSize(1);
        return carrier.state.recordings().getFirst();
    }

    private static long seconds(Recording recording) {
        return Objects.requireNonNull(recording.duration()).toSeconds();
    }

    @Test
    void a_background_recording_lasts_until_the_call_ends_and_the_document_goes_on() {
        business("<Start><Recording recordingStatusCallback=\"" + customer.url("/rec")
                + "\" recordingStatusCallbackEvent=\"in-progress completed\"/></Start>"
                + "<Say>This call is recorded.</Say><Pause length=\"8\"/>");
        customer.answer("/rec", "");

        caller("<Pause length=\"4\"/><Say>Good to know.</Say><Pause length=\"30\"/>");

        List<CustomerServer.Request> told = asked("/rec", 2);
        assertThat(told).extracting(r -> r.get("RecordingStatus")).containsExactly("in-progress", "completed");
        assertThat(told.getLast().parameters())
                .containsEntry("CallSid", carrier.businessLeg().sid())
                .containsEntry("RecordingSource", "StartCallRecordingAPI")
                .containsEntry("RecordingTrack", "both")
                .containsEntry("RecordingChannels", "2")
                .doesNotContainKeys("From", "To");
        assertThat(recording().status()).isEqualTo(Status.COMPLETED);
        assertThat(carrier.story("heard")).contains("caller heard This call is recorded.");
    }

    @Test
    void one_track_is_one_channel_with_one_voice() {
        business("<Start><Recording track=\"outbound\" trim=\"do-not-trim\"/></Start><Pause length=\"6\"/>");

        caller("<Say>Nobody records this.</Say><Pause length=\"30\"/>");

        assertThat(recording().status()).as("the business was silent, 16102").isEqualTo(Status.ABSENT);
        assertThat(carrier.errorCodes()).containsExactly(16102);
    }

    @Test
    void stop_ends_the_recording_that_has_the_name() {
        business("<Start><Recording name=\"first\" trim=\"do-not-trim\"/></Start><Say>One two three.</Say>"
                + "<Stop><Recording name=\"first\"/></Stop><Pause length=\"20\"/>");

        caller("<Pause length=\"30\"/>");

        assertThat(seconds(recording())).isLessThan(5);
    }

    @Test
    void a_live_call_is_recorded_paused_resumed_and_stopped_by_rest() {
        business("<Say loop=\"0\">One two three four.</Say>");
        carrier.callIn("<Pause length=\"400\"/>");
        Call leg = answered();

        Recording started = carrier.switchBoard.record(leg, ORDER);
        assertThat(started.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(started.source().text()).isEqualTo("StartCallRecordingAPI");
        pass(20);
        assertThat(change(leg, new RecordingChange.Pause(true)).status()).isEqualTo(Status.PAUSED);
        pass(100);
        assertThat(change(leg, new RecordingChange.Resume()).status()).isEqualTo(Status.IN_PROGRESS);
        pass(20);
        assertThat(change(leg, new RecordingChange.Stop()).status()).isEqualTo(Status.STOPPED);
        assertThat(carrier.switchBoard.change(leg, "Twilio.CURRENT", new RecordingChange.Stop()))
                .isEmpty();
        Awaitility.await().until(() -> recording().status() == Status.COMPLETED);
        assertThat(seconds(recording())).isBetween(40L, 120L);
        carrier.switchBoard.change(leg, new CallChange.Complete());
        carrier.settle();
    }

    @Test
    void a_pause_is_silence_unless_it_is_skipped() throws Exception {
        business("<Say loop=\"0\">One two three four.</Say>");
        carrier.callIn("<Pause length=\"400\"/>");
        Call leg = answered();

        carrier.switchBoard.record(leg, ORDER);
        change(leg, new RecordingChange.Pause(false));
        pass(60);
        change(leg, new RecordingChange.Resume());
        pass(20);
        change(leg, new RecordingChange.Stop());
        carrier.switchBoard.change(leg, new CallChange.Complete());
        carrier.settle();

        short[] sound = Wav.read(carrier.state.media(recording().sid()).orElseThrow());
        assertThat(sound.length / 8000).isGreaterThanOrEqualTo(80);
        assertThat(longestSilence(sound)).isGreaterThanOrEqualTo(55);
    }

    private static int longestSilence(short[] sound) {
        int longest = 0;
        int silent = 0;
        for (int second = 0; second < sound.length / 8000; second++) {
            boolean quiet = Loudness.isSilent(Arrays.copyOfRange(sound, second * 8000, second * 8000 + 8000));
            silent = quiet ? silent + 1 : 0;
            longest = Math.max(longest, silent);
        }
        return longest;
    }

    private Call answered() {
        Awaitility.await()
                .until(() -> carrier.state.calls().stream()
                        .filter(call -> call.direction() == Call.Direction.INBOUND)
                        .anyMatch(call -> call.status() == Call.Status.IN_PROGRESS));
        return carrier.businessLeg();
    }

    private Recording change(Call leg, RecordingChange change) {
        return carrier.switchBoard.change(leg, "Twilio.CURRENT", change).orElseThrow();
    }

    private void pass(int seconds) {
        var until = carrier.clock.instant().plus(Duration.ofSeconds(seconds));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> carrier.clock.instant().isAfter(until));
    }

    @Test
    void a_call_that_is_not_answered_or_over_cannot_be_recorded() {
        business("<Hangup/>");
        caller("<Pause length=\"3\"/>");

        assertThatThrownBy(() -> carrier.switchBoard.record(carrier.businessLeg(), ORDER))
                .isInstanceOf(CallNotInProgress.class);
    }

    @Test
    void a_live_transcription_tells_what_both_sides_say_as_they_say_it() {
        business(
                "<Start><Transcription name=\"notes\" statusCallbackUrl=\"/notes\" inboundTrackLabel=\"caller\"/></Start>"
                        + "<Say>Good morning.</Say><Pause length=\"6\"/><Stop><Transcription name=\"notes\"/></Stop>"
                        + "<Say>Not told any more.</Say>");
        customer.answer("/notes", "");

        caller("<Pause length=\"3\"/><Say>I have a question.</Say><Pause length=\"30\"/>");

        List<CustomerServer.Request> told = asked("/notes", 4);
        assertThat(told)
                .extracting(r -> r.get("TranscriptionEvent"))
                .containsExactly(
                        "transcription-started",
                        "transcription-content",
                        "transcription-content",
                        "transcription-stopped");
        assertThat(told).extracting(r -> r.get("SequenceId")).containsExactly("1", "2", "3", "4");
        assertThat(told.getFirst().parameters())
                .containsEntry("Track", "both_tracks")
                .containsEntry("LanguageCode", "en-US")
                .containsEntry("InboundTrackLabel", "caller")
                .containsEntry("Name", "notes");
        assertThat(told.get(1).parameters())
                .containsEntry("Track", "outbound_track")
                .containsEntry("Final", "true")
                .containsEntry("TranscriptionData", "{\"transcript\":\"Good morning.\",\"confidence\":1.0}");
        assertThat(told.get(2).get("TranscriptionData")).contains("I have a question.");
        assertThat(told.get(2).get("Track")).isEqualTo("inbound_track");
        assertThat(told.get(2).get("TranscriptionSid")).matches("GT[0-9a-f]{32}");
    }

    @Test
    void partial_results_grow_until_the_final_one() {
        business(
                "<Start><Transcription track=\"inbound_track\" partialResults=\"true\" statusCallbackUrl=\"/notes\"/></Start>"
                        + "<Pause length=\"10\"/>");
        customer.answer("/notes", "");

        caller("<Say>I would like to speak to somebody about the invoice of last month, please.</Say>");

        Awaitility.await()
                .untilAsserted(() -> assertThat(customer.requests("/notes"))
                        .last()
                        .satisfies(r -> assertThat(r.get("TranscriptionEvent")).isEqualTo("transcription-stopped")));
        assertThat(customer.requests("/notes"))
                .extracting(r -> r.get("Final"))
                .filteredOn(last -> !last.equals("(absent)"))
                .startsWith("false", "false")
                .endsWith("true");
    }
}
