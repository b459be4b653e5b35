package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.Audience;
import io.cloudpbx.campaigns.CampaignViews;
import io.cloudpbx.campaigns.DeliveryView;
import io.cloudpbx.campaigns.Histories;
import io.cloudpbx.campaigns.Intake.Rejected;
import io.cloudpbx.campaigns.Reader;
import io.cloudpbx.campaigns.Readers;
import io.cloudpbx.campaigns.store.AudienceRows.LeftOut;
import io.cloudpbx.listing.CsvOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What would become of everybody in a campaign and what did, and who was left out, as files that are written while they are read. Who took one is kept (S9). */
@RestController
class ExportsController {
    private static final int AT_ONCE = 1_000;

    private final CampaignViews views;
    private final Histories histories;
    private final Readers readers;
    private final Audience audience;
    private final AuditLog audit;

    ExportsController(CampaignViews views, Histories histories, Readers readers, Audience audience, AuditLog audit) {
        this.views = views;
        this.histories = histories;
        this.readers = readers;
        this.audience = audience;
        this.audit = audit;
    }

    /** What is written of each. @param after some of them after that id @param id of one @param rows of one */
    private record Sheet<T>(
            List<String> columns,
            LongFunction<List<T>> after,
            ToLongFunction<T> id,
            Function<T, Stream<List<String>>> rows) {
        void write(CsvOutput file) throws IOException {
            file.row(columns);
            for (List<T> some = after.apply(0); !some.isEmpty(); some = after.apply(id.applyAsLong(some.getLast()))) {
                some.stream().flatMap(rows).forEach(file::row);
            }
        }
    }

    @GetMapping("/api/campaigns/{id}/deliveries.csv")
    void deliveries(@PathVariable UUID id, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        keep(id, who, request);
        send(
                response,
                "deliveries.csv",
                new Sheet<>(
                        DeliverySheet.COLUMNS,
                        last -> views.deliveries(id, null, last, AT_ONCE),
                        DeliveryView::id,
                        delivery -> Stream.of(DeliverySheet.row(delivery))));
    }

    @GetMapping("/api/campaigns/{id}/history.csv")
    void history(@PathVariable UUID id, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        keep(id, who, request);
        send(
                response,
                "history.csv",
                new Sheet<>(
                        HistorySheet.COLUMNS,
                        last -> histories.of(id, last, AT_ONCE),
                        history -> history.delivery().id(),
                        HistorySheet::rows));
    }

    /** The launch sheet person by person: who would get it if it began now, who not, and why. */
    @GetMapping("/api/campaigns/{id}/launch.csv")
    void launch(@PathVariable UUID id, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        keep(id, who, request);
        send(
                response,
                "launch.csv",
                new Sheet<>(
                        List.of("to", "outcome", "code", "reason", "message"),
                        last -> readers.of(id, last, AT_ONCE),
                        Reader::id,
                        reader -> Stream.of(List.of(
                                reader.to(), reader.outcome(), reader.code(), reader.sentence(), reader.message()))));
    }

    @GetMapping("/api/campaigns/{id}/left-out.csv")
    void leftOut(@PathVariable UUID id, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        keep(id, who, request);
        send(
                response,
                "left-out.csv",
                new Sheet<>(
                        List.of("line", "value", "code", "reason"),
                        last -> audience.leftOut(id, last, AT_ONCE),
                        LeftOut::id,
                        left -> Stream.of(row(left.line()))));
    }

    private static List<String> row(Rejected left) {
        return List.of(Long.toString(left.line()), left.value(), left.code(), left.sentence());
    }

    private void keep(UUID id, SignedIn who, HttpServletRequest request) {
        String name = views.require(id).name();
        audit.record(who, request.getRemoteAddr(), "deliveries_exported", id.toString(), name);
    }

    private static void send(HttpServletResponse response, String name, Sheet<?> sheet) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (var file = new CsvOutput(response.getOutputStream())) {
            sheet.write(file);
        }
    }
}
