package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text as the carrier knows it.
 *
 * @param from as the carrier writes it: a number, a short code or a name
 * @param status null for a status of the future, and for inbound texts
 * @param errorCode 0 when there is none
 * @param createdAt null where the carrier does not tell
 */
public record CarrierText(
        CarrierId id,
        String from,
        String to,
        String body,
        int mediaCount,
        @Nullable MessageStatus status,
        int errorCode,
        @Nullable Instant createdAt) {}
