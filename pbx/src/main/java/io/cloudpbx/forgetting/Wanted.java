package io.cloudpbx.forgetting;

import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that the carrier is to forget.
 *
 * @param hasMedia whether pictures may be attached to it
 * @param person the id of the contact that it was about, or of the message or the call where it went alone
 */
public record Wanted(CarrierId id, Kind kind, boolean hasMedia, UUID person, Instant askedAt) {
    /** A text is emptied, a recording goes, and so does what is listed of a call. */
    public enum Kind {
        TEXT,
        RECORDING,
        CALL
    }
}
