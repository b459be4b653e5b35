package io.cloudpbx.calls.flow;

/** How the receptionist listens. */
public enum Listening {
    /** A turn at a time: what was said, or that nothing was, comes as a webhook. */
    TURNS,
    /** All the time, through a connection, so that it can be interrupted and its first words are heard before its last are known. */
    STREAM,
    /** Not at all, as nothing can be looked up: whoever comes to it comes to the operator. */
    AWAY;

    /** A stream that breaks is opened again so often in one call. */
    static final int MOST_RESUMED = 2;

    /**
     * How it listens from here on: a caller who was cut off more often than that, or whom the carrier cannot stream, is listened to turn by
     * turn ({@code ai-receptionist.md} section 3.3).
     *
     * @param wanted whether the number called is one whose callers are streamed
     * @param broken how many streams of this call broke
     * @param impossible how many the carrier could not make as we asked
     */
    public static Listening of(boolean wanted, int broken, int impossible) {
        return wanted && broken <= MOST_RESUMED && impossible == 0 ? STREAM : TURNS;
    }
}
