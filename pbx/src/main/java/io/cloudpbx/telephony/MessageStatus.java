package io.cloudpbx.telephony;

import java.util.Locale;
import java.util.Optional;

/**
 * A text's life at the carrier, ranked so that it only moves forward ({@code twilio.md} section 13, R3). A receipt that says
 * delivered is believed also after one that said otherwise.
 */
public enum MessageStatus {
    ACCEPTED(0),
    SCHEDULED(1),
    QUEUED(2),
    SENDING(3),
    SENT(4),
    UNDELIVERED(5),
    FAILED(5),
    CANCELED(5),
    DELIVERED(6),
    READ(7);

    private final int rank;

    MessageStatus(int rank) {
        this.rank = rank;
    }

    /** As the carrier writes it; empty for a status of the future and for those of inbound texts. */
    public static Optional<MessageStatus> reported(String text) {
        try {
            return Optional.of(valueOf(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Higher is further on. */
    public int rank() {
        return rank;
    }

    public boolean supersedes(MessageStatus earlier) {
        return rank > earlier.rank;
    }

    /** Nothing further is to be expected; {@code sent} is not among them, though on some routes it stays the last (A8). */
    public boolean isOver() {
        return rank >= UNDELIVERED.rank;
    }
}
