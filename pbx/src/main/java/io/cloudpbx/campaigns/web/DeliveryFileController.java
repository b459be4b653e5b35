package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.CampaignViews;
import io.cloudpbx.campaigns.DeliveryView;
import io.cloudpbx.listing.CsvOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Every delivery of a campaign with its outcome, as a file. */
@RestController
class DeliveryFileController {
    private static final int AT_ONCE = 1_000;
    private static final List<String> COLUMNS =
            List.of("to", "state", "code", "reason", "from", "carrier status", "sent at", "changed at", "message");

    private final CampaignViews views;
    private final AuditLog audit;

    DeliveryFileController(CampaignViews views, AuditLog audit) {
        this.views = views;
        this.audit = audit;
    }

    @GetMapping("/api/campaigns/{id}/deliveries.csv")
    void deliveries(@PathVariable UUID id, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = views.require(id).name();
        audit.record(who, request.getRemoteAddr(), "deliveries_exported", id.toString(), name);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"deliveries.csv\"");
        try (var file = new CsvOutput(response.getOutputStream())) {
            file.row(COLUMNS);
            long last = 0;
            for (var some = views.deliveries(id, null, last, AT_ONCE);
                    !some.isEmpty();
                    some = views.deliveries(id, null, last, AT_ONCE)) {
                some.forEach(delivery -> file.row(row(delivery)));
                last = some.getLast().id();
            }
        }
    }

    private static List<String> row(DeliveryView delivery) {
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
