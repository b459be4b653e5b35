package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.DeliveryView;
import io.cloudpbx.campaigns.Histories.History;
import io.cloudpbx.campaigns.store.HistoryRows.Happened;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Everything that happened with a delivery, a row each. */
final class HistorySheet {
    static final List<String> COLUMNS = List.of(
            "to", "outcome", "at", "what", "attempt", "from", "status", "code", "reason", "carrier id", "message");

    private HistorySheet() {}

    /** Whoever was never tried has one row: why. */
    static Stream<List<String>> rows(History history) {
        DeliveryView delivery = history.delivery();
        return history.happened().isEmpty()
                ? Stream.of(untried(delivery))
                : history.happened().stream().map(happened -> row(delivery, happened));
    }

    private static List<String> untried(DeliveryView delivery) {
        return List.of(
                delivery.to(),
                delivery.state(),
                delivery.changedAt().toString(),
                "not tried",
                "0",
                Objects.toString(delivery.sender(), ""),
                "",
                delivery.code(),
                delivery.sentence(),
                "",
                delivery.message());
    }

    private static List<String> row(DeliveryView delivery, Happened happened) {
        return List.of(
                delivery.to(),
                delivery.state(),
                happened.at().toString(),
                happened.what(),
                "" + happened.attempt(),
                happened.sender(),
                happened.status(),
                happened.code(),
                happened.sentence(),
                happened.carrierId(),
                delivery.message());
    }
}
