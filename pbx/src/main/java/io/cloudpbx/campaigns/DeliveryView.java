package io.cloudpbx.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is shown.
 *
 * @param code the gate's, or the carrier's error code; empty where nothing went wrong
 * @param message what they read
 * @param replies how often they wrote back within a week
 */
public record DeliveryView(
        long id,
        String to,
        String state,
        @Nullable String sender,
        @Nullable String carrierStatus,
        String code,
        String sentence,
        @Nullable Instant sentAt,
        Instant changedAt,
        String message,
        int replies) {}
