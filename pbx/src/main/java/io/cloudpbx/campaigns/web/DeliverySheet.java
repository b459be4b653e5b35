package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.DeliveryView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a delivery, in a row. */
final class DeliverySheet {
    static final List<String> COLUMNS =
            List.of("to", "state", "code", "reason", "from", "carrier status", "sent at", "changed at", "message");

    private DeliverySheet() {}

    static List<String> row(DeliveryView delivery) {
        return List.of(
                delivery.to(),
                delivery.state(),
                delivery.code(),
                delivery.sentence(),
                text(delivery.sender()),
                text(delivery.carrierStatus()),
                text(delivery.sentAt()),
                text(delivery.changedAt()),
                delivery.message());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
