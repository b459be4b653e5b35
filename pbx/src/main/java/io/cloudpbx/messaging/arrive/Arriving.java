package io.cloudpbx.messaging.arrive;

import io.cloudpbx.telephony.CarrierId;
import java.util.List;

/**
 * A text as the carrier brings it.
 *
 * @param from as the carrier writes it
 * @param media what is attached, as far as the carrier named it
 */
public record Arriving(CarrierId id, String from, String to, String body, int mediaCount, List<Attached> media) {
    /** @param type what the sender claims */
    public record Attached(CarrierId id, String type) {}
}
