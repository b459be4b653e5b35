package io.cloudpbx.sandbox.twiml;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document tells a leg to do ({@code twilio.md} section 7). Values only: doing it is the call engine's part. */
public sealed interface Verb {

    /** What may also be nested in {@code <Gather>}. */
    sealed interface Prompt extends Verb permits Say, Play, Pause {}

    record Say(String text, String voice, String language, int loop) implements Prompt {}

    record Play(String url, int loop) implements Prompt {}

    record Pause(Duration length) implements Prompt {}

    /** {@code <Play digits>}: {@code w} waits half a second, {@code W} a second. */
    record PressKeys(String digits, int loop) implements Verb {}

    /**
     * @param action null only in an inline document, which has no URL of its own to return to
     * @param numDigits 0 when any number of keys is taken
     * @param finishOnKey empty when no key finishes
     * @param speechTimeout null when the silence that ends speech is the carrier's choice ({@code auto})
     */
    record Gather(
            Set<Input> input,
            @Nullable Callback action,
            Duration timeout,
            @Nullable Duration speechTimeout,
            Duration maxSpeechTime,
            int numDigits,
            String finishOnKey,
            boolean actionOnEmptyResult,
            boolean bargeIn,
            String language,
            @Nullable Callback partialResult,
            List<Prompt> prompts)
            implements Verb {
        public boolean takesKeys() {
            return input.contains(Input.DTMF);
        }

        public boolean takesSpeech() {
            return input.contains(Input.SPEECH);
        }
    }

    enum Input {
        DTMF,
        SPEECH
    }

    /**
     * {@code <Record>}; named so because every record here is a {@code Record}.
     *
     * @param action null only in an inline document, which has no URL of its own to return to
     * @param silence zero when silence does not end it
     */
    record TakeMessage(
            @Nullable Callback action,
            Duration silence,
            String finishOnKey,
            Duration maxLength,
            boolean playBeep,
            boolean trimSilence,
            @Nullable RecordingCallback statusCallback,
            boolean transcribe,
            @Nullable Callback transcribeCallback)
            implements Verb {}

    /** Events are {@code in-progress}, {@code completed}, {@code absent}. */
    record RecordingCallback(Callback callback, Set<String> events) {}

    record Dial(
            List<Noun> nouns,
            @Nullable Callback action,
            Duration timeout,
            Duration timeLimit,
            @Nullable String callerId,
            boolean answerOnBridge,
            boolean hangupOnStar,
            boolean sequential,
            DialRecording recording)
            implements Verb {}

    /** Whom {@code <Dial>} rings. */
    sealed interface Noun permits Endpoint, Conference, Queue, UnsupportedNoun {}

    /** Whom {@code <Dial>} can ring here. */
    sealed interface Endpoint extends Noun permits PhoneNumber, Client, Sip {
        @Nullable
        Callback whisper();

        @Nullable
        StatusCallback statusCallback();
    }

    record PhoneNumber(
            String number,
            String sendDigits,
            @Nullable Callback whisper,
            @Nullable StatusCallback statusCallback,
            @Nullable MachineDetection machineDetection)
            implements Endpoint {
        public PhoneNumber(
                String number, String sendDigits, @Nullable Callback whisper, @Nullable StatusCallback statusCallback) {
            this(number, sendDigits, whisper, statusCallback, null);
        }
    }

    /** @param parameters what {@code <Parameter>} children hand to the client */
    record Client(
            String identity,
            Map<String, String> parameters,
            @Nullable Callback whisper,
            @Nullable StatusCallback statusCallback)
            implements Endpoint {}

    /** @param uri with its headers */
    record Sip(
            String uri,
            String username,
            String password,
            @Nullable Callback whisper,
            @Nullable StatusCallback statusCallback)
            implements Endpoint {}

    /**
     * Who has answered, a person or a machine? The times are Twilio's thresholds.
     *
     * @param messageEnd whether a machine's greeting is heard to its end ({@code DetectMessageEnd})
     * @param speech who speaks longer is a machine
     * @param speechEnd the silence that ends speech
     * @param silence after so much silence at the start nobody knows
     * @param callback who is told, when the call does not wait for it
     */
    record MachineDetection(
            boolean messageEnd,
            Duration timeout,
            Duration speech,
            Duration speechEnd,
            Duration silence,
            @Nullable Callback callback) {}

    /**
     * A room in which all hear one another ({@code twilio.md} section 8.1).
     *
     * @param seat how this participant takes part
     * @param waitMusic heard until the conference starts
     * @param maxParticipants counts, like what is recorded and told, only from the participant that created it
     */
    record Conference(
            String name,
            Seat seat,
            Music waitMusic,
            int maxParticipants,
            @Nullable ConferenceRecording recording,
            @Nullable StatusCallback told)
            implements Noun {}

    /**
     * How a participant takes part in a conference.
     *
     * @param startsConference whether the conference may start once he is there
     * @param endsConference whether it ends when he leaves
     * @param coached the call that alone hears him; null when all do
     */
    record Seat(
            @Nullable String label,
            boolean muted,
            boolean startsConference,
            boolean endsConference,
            Beep beep,
            @Nullable String coached) {}

    /** When the others hear that somebody comes or goes. */
    enum Beep {
        ALWAYS,
        NEVER,
        ON_ENTER,
        ON_EXIT;

        public boolean onEnter() {
            return this == ALWAYS || this == ON_ENTER;
        }

        public boolean onExit() {
            return this == ALWAYS || this == ON_EXIT;
        }
    }

    /** {@code record-from-start}: one channel, from the start of the conference to its end. */
    record ConferenceRecording(
            boolean trimSilence, @Nullable RecordingCallback statusCallback) {}

    /** What somebody hears who waits. */
    sealed interface Music {
        /** The carrier's own. */
        record Usual() implements Music {}

        record Silence() implements Music {}

        /** A sound, or a document. */
        record From(Callback url) implements Music {}
    }

    /**
     * The first who waits in a queue ({@code twilio.md} section 7).
     *
     * @param whisper what he hears before he is connected
     */
    record Queue(String name, @Nullable Callback whisper) implements Noun {}

    /**
     * Waits in a queue until somebody dials it ({@code twilio.md} section 8.2).
     *
     * @param maxSize of the queue, when this call makes it; null for the usual one
     */
    record Enqueue(
            String name,
            @Nullable Callback action,
            Music waitMusic,
            @Nullable Integer maxSize) implements Verb {}

    /** Out of the queue, and on after {@code <Enqueue>}. */
    record Leave() implements Verb {}

    /** {@code <Application>} and others this carrier does not imitate. */
    record UnsupportedNoun(String name) implements Noun {}

    /** Events are {@code initiated}, {@code ringing}, {@code answered}, {@code completed}. */
    record StatusCallback(Callback callback, Set<String> events) {}

    /** What a recording or transcription listens to: what the far side utters, what it hears, or both. */
    enum Track {
        INBOUND,
        OUTBOUND,
        BOTH;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record DialRecording(
            Start start,
            boolean dual,
            Track track,
            boolean trimSilence,
            @Nullable RecordingCallback statusCallback) {
        public enum Start {
            NEVER,
            FROM_ANSWER,
            FROM_RINGING
        }

        public boolean wanted() {
            return start != Start.NEVER;
        }
    }

    /** {@code <Connect>}; without an action the document goes on when the session is over. */
    record Connect(ConversationRelay relay, @Nullable Callback action) implements Verb {}

    /** Says back what the caller says, until he hangs up. */
    record Echo() implements Verb {}

    /** {@code <Start>}: something that runs beside the document. */
    record Begin(Background what) implements Verb {}

    /** {@code <Stop>}; without a name, the last one that was started. */
    record Stop(Kind kind, @Nullable String name) implements Verb {
        public enum Kind {
            RECORDING,
            TRANSCRIPTION
        }
    }

    /** What {@code <Start>} begins. */
    sealed interface Background {}

    record BackgroundRecording(
            @Nullable String name,
            boolean dual,
            Track track,
            boolean trimSilence,
            @Nullable RecordingCallback statusCallback)
            implements Background {}

    /** @param labels how the two tracks are called in the callbacks; empty when the document does not say */
    record LiveTranscription(
            @Nullable String name,
            Track track,
            String language,
            boolean partialResults,
            Labels labels,
            String engine,
            @Nullable Callback statusCallback)
            implements Background {
        public record Labels(String inbound, String outbound) {}
    }

    /**
     * {@code <Sms>}: sends a text out of the call.
     *
     * @param to null for the other party of the call
     * @param from null for the call's own number
     * @param action told whether it was taken; without it the document goes on
     */
    record Sms(
            String body,
            @Nullable String to,
            @Nullable String from,
            @Nullable Callback action,
            @Nullable Callback statusCallback)
            implements Verb {}

    record Redirect(Callback to) implements Verb {}

    /** {@code busy}, or not in service. */
    record Reject(boolean busy) implements Verb {}

    record Hangup() implements Verb {}

    /** A verb of Twilio's that this carrier does not imitate; a call that comes to it ends with an error. */
    record UnsupportedVerb(String name) implements Verb {}
}
