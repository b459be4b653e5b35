package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.audio.Loudness;
import io.cloudpbx.sandbox.audio.Pcm;
import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Transcription;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code <Record>}, rule by rule ({@code twilio.md} sections 2.2, 2.3, 7 and 18). */
class MessageTest extends CallTest {
    private static final String WORDS = "Hello, this is a message about the order of last week.";

    @BeforeEach
    void after_the_message() {
        customer.answer("/done", "<Hangup/>");
        customer.answer("/nothing", "<Hangup/>");
        customer.answer("/recorded", "");
        customer.answer("/text", "");
    }

    private void takesMessage(String attributes) {
        business(
                "<Record action=\"/done\" recordingStatusCallback=\"/recorded\" recordingStatusCallbackEvent=\"in-progress completed absent\" "
                        + attributes + "/><Redirect>/nothing</Redirect>");
    }

    private Recording recording() {
        return carrier.state.recordings().getFirst();
    }

    private short[] sound() {
        return Wav.read(carrier.state.media(recording().sid()).orElseThrow());
    }

    @Test
    void five_seconds_of_silence_end_it_and_the_action_is_told() {
        takesMessage("");

        caller("<Pause length=\"2\"/><Say>" + WORDS + "</Say><Pause length=\"30\"/>");

        Recording recording = recording();
        assertThat(only(asked("/done"), "RecordingSid", "RecordingUrl", "RecordingDuration", "Digits", "CallStatus"))
                .containsEntry("RecordingSid", recording.sid())
                .containsEntry(
                        "RecordingUrl",
                        "http://carrier.test/2010-04-01/Accounts/" + recording.accountSid() + "/Recordings/"
                                + recording.sid())
                .containsEntry("RecordingDuration", String.valueOf(RecordingBook.seconds(recording)))
                .containsEntry("Digits", "")
                .containsEntry("CallStatus", "in-progress");
        assertThat(recording.status()).isEqualTo(Recording.Status.COMPLETED);
    }

    @Test
    void the_recording_is_the_very_sound_that_the_caller_spoke_and_nothing_else() {
        takesMessage("trim=\"do-not-trim\" playBeep=\"true\"");

        caller("<Pause length=\"2\"/><Say>" + WORDS + "</Say><Pause length=\"30\"/>");

        short[] spoken = Speech.builtIn().say(WORDS, "en-US");
        Alignment alignment = Alignment.of(spoken, sound());
        assertThat(alignment.correlation()).isGreaterThan(0.99);
        assertThat(alignment.outsideIsDigitalSilence()).isTrue();
    }

    @Test
    void trimming_is_the_default_and_the_duration_is_that_of_what_is_left() {
        takesMessage("");

        caller("<Pause length=\"3\"/><Say>" + WORDS + "</Say><Pause length=\"30\"/>");

        Duration spoken = Pcm.length(Speech.builtIn().say(WORDS, "en-US").length);
        Duration kept = Pcm.length(sound().length);
        assertThat(kept).isBetween(spoken.minusMillis(500), spoken);
        assertThat(recording().duration())
                .isEqualTo(Duration.ofSeconds(kept.plusMillis(500).toSeconds()));
    }

    @Test
    void a_key_ends_it_and_is_told() {
        takesMessage("finishOnKey=\"#\"");

        caller("<Pause/><Say>" + WORDS + "</Say><Play digits=\"1\"/><Play digits=\"#\"/><Pause length=\"9\"/>");

        assertThat(asked("/done").get("Digits")).isEqualTo("#");
    }

    @Test
    void the_longest_length_ends_it() {
        takesMessage("maxLength=\"2\" trim=\"do-not-trim\"");

        caller("<Say>" + WORDS + " " + WORDS + "</Say><Pause length=\"9\"/>");

        assertThat(asked("/done").get("RecordingDuration")).isEqualTo("2");
        assertThat(sound()).hasSize(2 * Pcm.RATE);
    }

    @Test
    void silence_is_absent_and_the_document_goes_on() {
        takesMessage("");

        caller("<Pause length=\"30\"/>");

        assertThat(customer.requests("/done")).isEmpty();
        assertThat(customer.requests("/nothing")).hasSize(1);
        assertThat(recording().status()).isEqualTo(Recording.Status.ABSENT);
        assertThat(carrier.errorCodes()).contains(16102);
        assertThat(asked("/recorded", 2))
                .extracting(told -> told.get("RecordingStatus"))
                .containsExactly("in-progress", "absent");
        assertThat(customer.requests("/recorded").getLast().get("ErrorCode")).isEqualTo("16102");
    }

    @Test
    void a_caller_who_hangs_up_ends_it_and_the_action_is_told_of_the_completed_call() {
        takesMessage("");

        caller("<Pause/><Say>" + WORDS + "</Say>");

        assertThat(only(asked("/done"), "Digits", "CallStatus"))
                .containsEntry("Digits", "hangup")
                .containsEntry("CallStatus", "completed");
        assertThat(recording().status()).isEqualTo(Recording.Status.COMPLETED);
        assertThat(carrier.businessLeg().status()).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void a_caller_who_hangs_up_at_once_leaves_nothing() {
        takesMessage("");

        caller("<Pause length=\"1\"/>");

        assertThat(customer.requests("/done")).isEmpty();
        assertThat(recording().status()).isEqualTo(Recording.Status.ABSENT);
    }

    @Test
    void the_status_callback_has_its_own_short_set_of_parameters() {
        takesMessage("");

        caller("<Pause/><Say>" + WORDS + "</Say><Pause length=\"30\"/>");

        List<CustomerServer.Request> told = asked("/recorded", 2);
        assertThat(told)
                .extracting(request -> request.get("RecordingStatus"))
                .containsExactly("in-progress", "completed");
        assertThat(told.getFirst().parameters()).doesNotContainKeys("From", "To", "RecordingDuration");
        assertThat(told.getLast().parameters())
                .containsEntry("RecordingSource", "RecordVerb")
                .containsEntry("RecordingChannels", "1")
                .containsEntry("CallSid", carrier.businessLeg().sid())
                .containsKeys("RecordingStartTime", "RecordingUrl", "RecordingTrack", "AccountSid");
    }

    @Test
    void words_are_transcribed_as_they_were_said() {
        takesMessage("transcribe=\"true\" transcribeCallback=\"/text\"");

        caller("<Pause/><Say>" + WORDS + "</Say><Pause length=\"1\"/><Say>Goodbye.</Say><Pause length=\"30\"/>");

        assertThat(only(
                        asked("/text"),
                        "TranscriptionText",
                        "TranscriptionStatus",
                        "TranscriptionType",
                        "RecordingSid"))
                .containsEntry("TranscriptionText", WORDS + " Goodbye.")
                .containsEntry("TranscriptionStatus", "completed")
                .containsEntry("TranscriptionType", "fast")
                .containsEntry("RecordingSid", recording().sid());
        assertThat(carrier.state.transcriptions().getFirst().text()).isEqualTo(WORDS + " Goodbye.");
    }

    @Test
    void other_sound_is_not_transcribed_and_that_is_said() {
        short[] sound = Speech.builtIn().say(WORDS, "en-US");
        customer.answer("/voice.wav", request -> new CustomerServer.Answer(200, "audio/x-wav", Wav.write(sound)));
        takesMessage("transcribe=\"true\" transcribeCallback=\"/text\"");

        caller("<Pause/><Play>" + customer.url("/voice.wav") + "</Play><Pause length=\"30\"/>");

        assertThat(only(asked("/text"), "TranscriptionText", "TranscriptionStatus"))
                .containsEntry("TranscriptionText", "")
                .containsEntry("TranscriptionStatus", "failed");
        assertThat(carrier.state.transcriptions().getFirst().status()).isEqualTo(Transcription.Status.FAILED);
        assertThat(Alignment.of(sound, sound()).correlation()).isGreaterThan(0.99);
    }

    @Test
    void what_is_too_short_is_not_transcribed() {
        takesMessage("transcribe=\"true\" transcribeCallback=\"/text\"");

        caller("<Pause/><Say>Hi.</Say><Pause length=\"30\"/>");

        assertThat(customer.requests("/text")).isEmpty();
        assertThat(carrier.errorCodes()).contains(13617);
    }

    @Test
    void a_beep_is_heard_first_unless_it_is_not_wanted() {
        takesMessage("playBeep=\"false\"");

        caller("<Say>" + WORDS + "</Say><Pause length=\"30\"/>");

        assertThat(carrier.story("beep")).isEmpty();
        assertThat(Loudness.isSilent(sound())).isFalse();
    }
}
