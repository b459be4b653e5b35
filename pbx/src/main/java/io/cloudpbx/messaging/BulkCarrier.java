package io.cloudpbx.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hands texts to the carrier that {@link BulkGate} has let through and whose attempt is written down and committed. It asks the
 * carrier once, and never again (R7).
 */
public interface BulkCarrier {
    /**
     * @param callbackPath where news of it goes; it names the attempt
     * @param until when it must have arrived, or not do so any more; null where no hour limits it (C15)
     * @param since when the attempt was written down, on the clock that never jumps, in nanoseconds: one that has grown old is
     *     not used any more (R13)
     * @throws org.springframework.dao.DataAccessException before it is asked, when what the text carries cannot be published
     */
    Handed hand(BulkText text, String callbackPath, @Nullable Instant until, long since);
}
