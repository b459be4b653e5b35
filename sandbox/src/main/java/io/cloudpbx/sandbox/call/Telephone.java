package io.cloudpbx.sandbox.call;

/** A phone with a person at it, as a call sees it. No method blocks. */
public interface Telephone {
    /** It is in a call and cannot be rung. */
    boolean isBusy();

    /** The phone rings; the person answers or declines through {@code line}. */
    void ring(PhoneLine line);

    void state(PhoneLine line, State state);

    /** A call that is answered already sounds as if it rang, until this is off: somebody else is being rung. */
    default void ringback(PhoneLine line, boolean on) {}

    /** The carrier says or plays something; the phone tells when the person has heard it. */
    void prompt(PhoneLine line, Prompt prompt);

    /** Whether prompts take just as long as they sound; else the phone says when each has been heard, as voices differ. */
    default boolean listensInTime() {
        return false;
    }

    /** The person has heard it to its end. */
    default void promptHeard(PhoneLine line, String id) {}

    /** Stop speaking it. */
    void cutPrompt(PhoneLine line, String id);

    /** The other person said these words. */
    void heard(PhoneLine line, String words);

    /** The other person pressed a key. */
    void pressed(PhoneLine line, char key);

    /** Sound for the ear: signed 16-bit little-endian samples, 8000 a second. */
    void sound(PhoneLine line, byte[] pcm);

    /** @param limitSeconds how long the message may be; 0: recording has finished */
    void recording(PhoneLine line, long limitSeconds);

    void hood(PhoneLine line, CallListener.Event event);

    /** The story of the call goes on. */
    default void told(PhoneLine line, Transcript.Entry entry) {}

    /**
     * Where a call stands.
     *
     * @param name {@code dialing}, {@code ringing}, {@code connected} or {@code ended}
     * @param reason why it ended: {@code completed}, {@code busy}, {@code no-answer}, {@code failed}, {@code canceled},
     *     {@code declined}, {@code rejected}; else empty
     */
    record State(String name, String reason) {}

    /** @param kind {@code say}, {@code play} or {@code beep} */
    record Prompt(String id, String kind, String text, String language, long durationMs, boolean interruptible) {}
}
