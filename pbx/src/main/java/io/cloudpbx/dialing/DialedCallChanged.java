package io.cloudpbx.dialing;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that somebody here began was placed, moved on or ended; published in the transaction of the change.
 *
 * @param to null when they are forgotten
 * @param since when it began
 * @param talked how long the two were connected; nothing while it lasts
 */
public record DialedCallChanged(UUID callId, @Nullable PhoneNumber to, Instant since, Duration talked) {
    static DialedCallChanged of(DialedCall call) {
        return new DialedCallChanged(call.id(), call.to(), call.createdAt(), call.talked());
    }
}
