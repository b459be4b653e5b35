package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.AuditLine;
import io.cloudpbx.access.store.AuditLines;
import io.cloudpbx.listing.CsvOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit}: what was done by whom, for owners and admins. Nothing here changes the log, and nothing can. */
@RestController
@RequestMapping("/api/audit")
class AuditController {
    private static final int AT_ONCE = 1_000;
    private static final List<String> COLUMNS = List.of("at", "actor", "name", "address", "action", "object", "detail");

    private final AuditLines lines;
    private final Audit audit;

    AuditController(AuditLines lines, Audit audit) {
        this.lines = lines;
        this.audit = audit;
    }

    record Lines(List<AuditLine> items, @Nullable String next) {}

    /** Which lines: of this actor, of this action, since one instant and before another. */
    record Filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant until) {
        AuditLines.Wanted wanted() {
            return new AuditLines.Wanted(given(actor), given(action), from, until);
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }

    @GetMapping
    Lines list(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit,
            @RequestParam(defaultValue = "9223372036854775807") @Min(1) long cursor) {
        var found = lines.before(cursor, filter.wanted(), limit + 1);
        return found.size() <= limit
                ? new Lines(found, null)
                : new Lines(
                        found.subList(0, limit),
                        String.valueOf(found.get(limit - 1).id()));
    }

    record Actions(List<String> items, @Nullable String next) {}

    @GetMapping("/actions")
    Actions actions() {
        return new Actions(lines.actions(), null);
    }

    /** Written as it is read. That it was taken along stands in the log as well. */
    @GetMapping("/log.csv")
    void file(@ModelAttribute Filter filter, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        audit.record(Audit.Entry.of(who.userId(), request.getRemoteAddr(), "audit_exported"));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (var file = new CsvOutput(response.getOutputStream())) {
            file.row(COLUMNS);
            var wanted = filter.wanted();
            for (var some = lines.before(Long.MAX_VALUE, wanted, AT_ONCE);
                    !some.isEmpty();
                    some = lines.before(some.getLast().id(), wanted, AT_ONCE)) {
                some.forEach(line -> file.row(cells(line)));
            }
        }
    }

    private static List<String> cells(AuditLine line) {
        return List.of(
                line.at().toString(),
                line.actor(),
                Objects.toString(line.name(), ""),
                Objects.toString(line.address(), ""),
                line.action(),
                Objects.toString(line.object(), ""),
                Objects.toString(line.detail(), ""));
    }
}
