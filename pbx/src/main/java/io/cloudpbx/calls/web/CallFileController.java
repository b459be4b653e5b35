package io.cloudpbx.calls.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.CallFilter;
import io.cloudpbx.calls.CallLog;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.listing.CsvOutput;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Calls as a file, written while they are read. Who took one is kept (S9). */
@RestController
class CallFileController {
    private static final int AT_ONCE = 1_000;

    private final CallLog log;
    private final AuditLog audit;

    CallFileController(CallLog log, AuditLog audit) {
        this.log = log;
        this.audit = audit;
    }

    @GetMapping("/api/calls/log.csv")
    void file(
            @ModelAttribute CallsWanted wanted, SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CallFilter filter = log.filter(wanted.query());
        audit.record(who, request.getRemoteAddr(), "calls_exported", "calls", "");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"calls.csv\"");
        try (var file = new CsvOutput(response.getOutputStream())) {
            file.row(CallSheet.COLUMNS);
            Page<CallView> page = log.page(filter, null, AT_ONCE);
            write(page, file);
            while (page.next() != null) {
                page = log.page(filter, Cursor.parse(page.next()), AT_ONCE);
                write(page, file);
            }
        }
    }

    private void write(Page<CallView> page, CsvOutput file) {
        var reasons = log.reasons(page.items().stream().map(CallView::id).toList());
        page.items().forEach(call -> file.row(CallSheet.row(call, reasons.getOrDefault(call.id(), ""))));
    }
}
