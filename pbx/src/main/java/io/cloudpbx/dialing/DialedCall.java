package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that somebody here began.
 *
 * @param userName whoever it was, also when they have left
 * @param phone their own, which rings first
 * @param from one of our numbers, which is shown to both
 * @param to null when whoever was called is forgotten
 * @param carrierId null until the carrier is known to have it
 * @param longest in seconds
 * @param acceptedAt when 1 was pressed
 * @param answeredAt when the other side was joined
 * @param why it ended as it did, for people; empty while it lasts
 */
public record DialedCall(
        UUID id,
        UUID userId,
        String userName,
        UUID extensionId,
        PhoneNumber phone,
        PhoneNumber from,
        @Nullable PhoneNumber to,
        @Nullable CarrierId carrierId,
        State state,
        Reached outcome,
        int longest,
        Instant createdAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        String why) {

    /** In their order; see the module's picture. */
    public enum State {
        READY,
        ASKING,
        UNKNOWN,
        RINGING_YOU,
        CONNECTING,
        TALKING,
        ENDED
    }

    public boolean isLive() {
        return endedAt == null;
    }

    /** How long the two were connected; nothing while it lasts. */
    public Duration talked() {
        return answeredAt == null || endedAt == null ? Duration.ZERO : Duration.between(answeredAt, endedAt);
    }
}
