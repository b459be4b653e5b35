package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.CampaignViews;
import io.cloudpbx.campaigns.DeliveryView;
import io.cloudpbx.campaigns.Histories;
import io.cloudpbx.campaigns.Histories.History;
import io.cloudpbx.campaigns.store.HistoryRows.Happened;
import io.cloudpbx.listing.CsvOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened with each delivery of a campaign, a row each, as a file; written while it is read. */
@RestController
class HistoryFileController {
    private static final int AT_ONCE = 1_000;
    private static final List<String> COLUMNS = List.of(
            "to", "outcome", "at", "what", "attempt", "from", "status", "code", "reason", "carrier id", "message");

    private final CampaignViews views;
    private final Histories histories;
    private final AuditLog audit;

    HistoryFileController(CampaignViews views, Histories histories, AuditLog audit) {
        this.views = views;
        this.histories = histories;
        this.audit = audit;
    }

    @GetMapping("/api/campaigns/{id}/history.csv")
    void history(@PathVariable UUID id, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = views.require(id).name();
        audit.record(who, request.getRemoteAddr(), "deliveries_exported", id.toString(), name);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"history.csv\"");
        try (var file = new CsvOutput(response.getOutputStream())) {
            file.row(COLUMNS);
            for (var some = histories.of(id, 0, AT_ONCE);
                    !some.isEmpty();
                    some = histories.of(id, some.getLast().delivery().id(), AT_ONCE)) {
                some.forEach(history -> rows(history).forEach(file::row));
            }
        }
    }

    /** Whoever was never tried has one row: why. */
    private static Stream<List<String>> rows(History history) {
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
