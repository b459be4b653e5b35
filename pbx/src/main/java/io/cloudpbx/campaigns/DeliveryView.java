package io.cloudpbx.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is shown.
 *
 * @param name of the contact whose number it is by now; null where nobody is known by a name
 * @param code the gate's, or the carrier's error code; empty where nothing went wrong
 * @param message what they read; of one that has not left, what they would
 * @param proof by what it left; null for one that has not, or left before that was kept
 * @param replies how often they wrote back within a week
 */
public record DeliveryView(
        long id,
        String to,
        @Nullable String name,
        String state,
        @Nullable String sender,
        @Nullable String carrierStatus,
        String code,
        String sentence,
        @Nullable Instant sentAt,
        Instant changedAt,
        String message,
        int replies,
        @Nullable DeliveryProof proof) {}
