package io.cloudpbx.twiml;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instruction of a document; attributes as in {@code twilio.md} section 7. URLs are absolute where nothing else is said. */
public sealed interface Verb {
    /**
     * Spoken text. What cannot stand in XML is dropped and the length is capped when written (13521).
     *
     * @param language BCP 47; null for the carrier's own, American English
     */
    record Say(String text, @Nullable String language) implements Verb, Prompt {
        public Say(String text) {
            this(text, null);
        }
    }

    /** A sound file. @param url asked for without parameters */
    record Play(String url) implements Verb, Prompt {}

    record Pause(Duration length) implements Verb, Prompt {}

    /** Keys, after or during the prompts. The action is asked for even when nothing was pressed. */
    record Gather(String action, Duration timeout, int numDigits, List<Prompt> prompts) implements Verb {}

    /** Prompts that keys end: the action is asked for with them, and only then; in silence the document goes on. */
    record Offer(String action, Duration timeout, int numDigits, List<Prompt> prompts) implements Verb {}

    /**
     * Words or keys, after or during the prompts, whichever come first; the carrier judges when somebody has finished speaking. The
     * action is asked for even when nothing was said or pressed.
     *
     * @param language that is listened for, BCP 47
     * @param hints words that are likely, such as names; no comma in any of them
     */
    record Listen(
            String action, Duration timeout, int numDigits, String language, List<String> hints, List<Prompt> prompts)
            implements Verb {
        /** The carrier takes no more, nor longer ones ({@code twilio.md} section 7). */
        public static final int MOST_HINTS = 500;

        public static final int LONGEST_HINT = 100;
    }

    /**
     * Words and keys in a stream, through a connection to us, until either side ends it ({@code twilio.md} section 10).
     *
     * @param action asked for when it has ended, however it ended
     * @param url of the connection
     * @param greeting spoken first; what the caller says over it counts
     * @param language that is spoken and listened for at first, BCP 47
     * @param hints words that are likely, such as names; no comma in any of them
     * @param token brought along when the connection is made
     */
    record Relay(String action, String url, String greeting, String language, List<String> hints, String token)
            implements Verb {}

    /** Rings phones, all at once: whoever is joined to the caller first has the call. */
    record Dial(String action, Duration timeout, @Nullable String callerId, List<Phone> phones) implements Verb {
        public Dial {
            phones = List.copyOf(phones);
        }

        /** Rings one. */
        public Dial(
                String action,
                Duration timeout,
                @Nullable String callerId,
                String number,
                String whisper,
                String statusCallback) {
            this(action, timeout, callerId, List.of(new Phone(number, whisper, statusCallback)));
        }

        /**
         * A phone that is rung.
         *
         * @param whisper runs to whoever answers before the two are joined; null joins them at once
         * @param statusCallback null when no news is wanted
         */
        public record Phone(
                String number,
                @Nullable String whisper,
                @Nullable String statusCallback) {}
    }

    /**
     * Joins a conference, which begins when two are there ({@code twilio.md} section 8.1).
     *
     * @param action asked for when it is over, or so long has passed; not when the call is led elsewhere
     * @param music whether there is any for whoever is alone before it begins, or silence
     * @param endsIt whether it is over for everybody when this one leaves
     * @param longest null for as long as the carrier likes
     */
    record Meet(
            String action,
            String room,
            boolean music,
            boolean endsIt,
            @Nullable Duration longest) implements Verb {}

    /** Records the caller until silence, {@code #}, the length limit or hang-up, transcribed by the carrier. */
    record Record(
            String action,
            Duration silence,
            Duration maxLength,
            String recordingStatusCallback,
            @Nullable String transcribeCallback)
            implements Verb {}

    /**
     * Records the caller, as a file can that nobody stands behind: nobody is told of the recording.
     *
     * @param action read when it has ended; relative to the document
     */
    record TakeMessage(String action, Duration silence, Duration maxLength) implements Verb {}

    /** Rings one phone; whatever comes of it, the document goes on afterwards. */
    record Forward(String number, Duration timeout) implements Verb {}

    /** Records both sides of the call from here on, while the document goes on. @param name by which it is ended */
    record StartRecording(String name, String statusCallback) implements Verb {}

    /** Ends the recording that has the name; where none runs, nothing happens. */
    record StopRecording(String name) implements Verb {}

    record Redirect(String url) implements Verb {}

    record Hangup() implements Verb {}

    /** What may stand inside {@link Gather}. */
    sealed interface Prompt permits Say, Play, Pause {}
}
