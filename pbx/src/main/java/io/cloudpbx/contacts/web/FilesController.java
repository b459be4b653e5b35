package io.cloudpbx.contacts.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.contacts.ContactImport;
import io.cloudpbx.contacts.ContactImport.Preview;
import io.cloudpbx.contacts.Exports;
import io.cloudpbx.contacts.Imports;
import io.cloudpbx.contacts.OptOutFiles;
import io.cloudpbx.contacts.csv.CsvFile;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.web.BodyAllowance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files in and out: {@code /api/contacts/import}, {@code /api/contacts/export.csv} and the same of opt-outs. */
@RestController
class FilesController {
    private static final String CONTACTS_IN = "/api/contacts/import";
    private static final String OPT_OUTS_IN = "/api/opt-outs/import";
    private static final String CSV = "text/csv";

    private final Imports imports;
    private final Exports exports;
    private final OptOutFiles optOuts;
    private final AuditLog audit;

    FilesController(Imports imports, Exports exports, OptOutFiles optOuts, AuditLog audit) {
        this.imports = imports;
        this.exports = exports;
        this.optOuts = optOuts;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Sizes {
        @Bean
        BodyAllowance filesOfContacts() {
            return new BodyAllowance(CONTACTS_IN, CsvFile.MOST_BYTES);
        }

        @Bean
        BodyAllowance filesOfOptOuts() {
            return new BodyAllowance(OPT_OUTS_IN, CsvFile.MOST_BYTES);
        }
    }

    @PostMapping(path = CONTACTS_IN, consumes = CSV)
    ResponseEntity<Preview> bring(
            @RequestParam(defaultValue = "contacts.csv") @Size(max = 200) String name, SignedIn who, InputStream body)
            throws IOException {
        Duty.ofAdmins(who);
        var preview = imports.bring(name, content(body), who.name());
        return ResponseEntity.created(
                        URI.create(CONTACTS_IN + "/" + preview.file().id()))
                .body(preview);
    }

    @PostMapping(CONTACTS_IN + "/{id}")
    ContactImport run(
            @PathVariable UUID id, @Valid @RequestBody ImportBody body, SignedIn who, HttpServletRequest request) {
        Duty.ofAdmins(who);
        var report = imports.run(id, body.plan(), who.name());
        audit.record(who, request.getRemoteAddr(), "contacts_imported", id.toString(), report.name());
        return report;
    }

    @GetMapping(CONTACTS_IN + "/{id}")
    ContactImport report(@PathVariable UUID id, SignedIn who) {
        Duty.ofAdmins(who);
        return imports.report(id);
    }

    @GetMapping(CONTACTS_IN + "/{id}/report.csv")
    void remarks(@PathVariable UUID id, SignedIn who, HttpServletResponse response) throws IOException {
        Duty.ofAdmins(who);
        imports.report(id);
        exports.remarks(imports, id, file("import-report.csv", response));
    }

    @GetMapping("/api/contacts/export.csv")
    void contacts(SignedIn who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duty.ofAdmins(who);
        audit.record(who, request.getRemoteAddr(), "contacts_exported", "contacts", "");
        exports.contacts(file("contacts.csv", response));
    }

    @GetMapping("/api/opt-outs/export.csv")
    void optOuts(SignedIn who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duty.ofAdmins(who);
        audit.record(who, request.getRemoteAddr(), "opt_outs_exported", "opt-outs", "");
        exports.optOuts(file("opt-outs.csv", response));
    }

    @PostMapping(path = OPT_OUTS_IN, consumes = CSV)
    OptOutFiles.Report optOuts(
            @RequestParam(defaultValue = "opt-outs.csv") @Size(max = 200) String name, SignedIn who, InputStream body)
            throws IOException {
        Duty.ofAdmins(who);
        return optOuts.run(content(body), name, who.name());
    }

    /** The limit of the body was checked on its way here. */
    private static byte[] content(InputStream body) throws IOException {
        byte[] content = body.readNBytes(CsvFile.MOST_BYTES + 1);
        if (content.length > CsvFile.MOST_BYTES) {
            throw Problem.of(413, "body_too_large", "A file may hold at most 20 MB.");
        }
        return content;
    }

    /** Written as it is read, by the thread of the request: a file of everybody may take longer than asynchronous answers may. */
    private static OutputStream file(String name, HttpServletResponse response) throws IOException {
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return response.getOutputStream();
    }
}
