package io.cloudpbx.missedcalls.flow;

import java.util.Set;

/** What a text means for whoever has to call back. */
public enum TextNews {
    /** A person wrote it, and it left for them. */
    WRITTEN_BACK,
    /** It left, but did not arrive after all. */
    NOT_DELIVERED,
    NOTHING;

    private static final Set<String> LEFT = Set.of("sent", "delivered", "read");
    private static final Set<String> LOST = Set.of("undelivered", "failed");

    /**
     * Only a person's words call back: what is sent by itself does not.
     *
     * @param status as the API writes it
     */
    public static TextNews of(boolean outbound, boolean byPerson, String status) {
        if (!outbound || !byPerson) {
            return NOTHING;
        }
        if (LEFT.contains(status)) {
            return WRITTEN_BACK;
        }
        return LOST.contains(status) ? NOT_DELIVERED : NOTHING;
    }
}
