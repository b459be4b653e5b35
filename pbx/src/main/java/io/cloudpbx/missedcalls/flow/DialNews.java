package io.cloudpbx.missedcalls.flow;

import java.time.Duration;

/** What a call that somebody here began means for whoever waits to be called back. */
public enum DialNews {
    CALLED_BACK,
    NOTHING;

    /** Who is connected for less has mostly heard the greeting of a voicemail, and hung up. */
    private static final Duration CONVERSATION = Duration.ofSeconds(20);

    /** @param talked how long the two were connected, once it is over */
    public static DialNews of(Duration talked) {
        return talked.compareTo(CONVERSATION) >= 0 ? CALLED_BACK : NOTHING;
    }
}
