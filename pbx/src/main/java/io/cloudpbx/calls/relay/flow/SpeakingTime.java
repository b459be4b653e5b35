package io.cloudpbx.calls.relay.flow;

import java.time.Duration;

/** How long words take to be spoken, where the carrier does not tell when they were ({@code ai-receptionist.md} section 3.3). */
final class SpeakingTime {
    private static final int CHARACTERS_A_SECOND = 14;

    /** Of anything that we say; also how long it is waited for when the carrier tells nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private SpeakingTime() {}

    static Duration of(String words) {
        Duration time = Duration.ofMillis(words.length() * 1000L / CHARACTERS_A_SECOND);
        return time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }
}
