package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call that we had the carrier place, as it lists it. @param createdAt null when it does not say */
public record PlacedCall(CarrierId id, @Nullable Instant createdAt) {}
