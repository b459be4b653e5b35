package io.cloudpbx.twiml;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instruction of a document; attributes as in {@code twilio.md} section 7. URLs are absolute. */
public sealed interface Verb {
    /** Spoken text. What cannot stand in XML is dropped and the length is capped when written (13521). */
    record Say(String text) implements Verb, Prompt {}

    record Pause(Duration length) implements Verb, Prompt {}

    /** Keys, after or during the prompts. The action is asked for even when nothing was pressed. */
    record Gather(String action, Duration timeout, int numDigits, List<Prompt> prompts) implements Verb {}

    /** Rings one number; the whisper runs to whoever answers before the two are joined. */
    record Dial(
            String action,
            Duration timeout,
            @Nullable String callerId,
            String number,
            String whisper,
            String statusCallback)
            implements Verb {}

    /** Records the caller until silence, {@code #}, the length limit or hang-up, transcribed by the carrier. */
    record Record(
            String action,
            Duration silence,
            Duration maxLength,
            String recordingStatusCallback,
            @Nullable String transcribeCallback)
            implements Verb {}

    record Redirect(String url) implements Verb {}

    record Hangup() implements Verb {}

    /** What may stand inside {@link Gather}. */
    sealed interface Prompt permits Say, Pause {}
}
