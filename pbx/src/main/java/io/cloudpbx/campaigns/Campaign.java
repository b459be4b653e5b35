package io.cloudpbx.campaigns;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text to many.
 *
 * @param message as it was written, with fields in double braces
 * @param kind {@link TextKind#MARKETING} or {@link TextKind#INFORMATIONAL}
 * @param why a sentence: why it does not go on; null when it does, or never began
 * @param senders our numbers that it leaves from, in order
 * @param media pictures and the like that each text carries, in order
 * @param startsAt when it is to begin by itself; null for when somebody says so
 */
public record Campaign(
        UUID id,
        String name,
        String message,
        TextKind kind,
        Policy policy,
        State state,
        @Nullable String why,
        List<PhoneNumber> senders,
        List<UUID> media,
        @Nullable Instant startsAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long version) {
    /** How far it has come. */
    public enum State {
        DRAFT,
        SCHEDULED,
        RUNNING,
        PAUSED,
        DONE,
        CANCELED
    }

    /** What becomes of a text that was looked for at the carrier and is not there (R10). */
    public enum Policy {
        /** It is said to be not confirmed: better none than two. */
        AT_MOST_ONCE,
        /** It is tried once more: better two than none. */
        AT_LEAST_ONCE
    }

    public Campaign {
        senders = List.copyOf(senders);
        media = List.copyOf(media);
    }
}
