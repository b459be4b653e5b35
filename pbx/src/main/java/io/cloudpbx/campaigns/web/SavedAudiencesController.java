package io.cloudpbx.campaigns.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.SavedAudience;
import io.cloudpbx.campaigns.SavedAudiences;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audiences}: people kept under a name. */
@RestController
@RequestMapping("/api/audiences")
class SavedAudiencesController {
    private final SavedAudiences audiences;
    private final AuditLog audit;

    SavedAudiencesController(SavedAudiences audiences, AuditLog audit) {
        this.audiences = audiences;
        this.audit = audit;
    }

    @GetMapping
    Page<SavedAudience> all() {
        return Page.whole(audiences.all());
    }

    /** @param campaignId whose audience is to be kept; the name alone is changed later */
    record Body(@Nullable String name, @Nullable UUID campaignId) {
        String nameOrEmpty() {
            return name == null ? "" : name.strip();
        }
    }

    @PostMapping
    ResponseEntity<SavedAudience> save(@RequestBody Body body, SignedIn who, HttpServletRequest request) {
        if (body.campaignId() == null) {
            throw Problem.invalid("campaignId", "no_campaign", "must name the campaign whose audience is to be kept");
        }
        UUID id = audiences.save(body.nameOrEmpty(), body.campaignId(), who.name());
        SavedAudience saved = audiences.require(id);
        audit.record(
                who, request.getRemoteAddr(), "audience_saved", id.toString(), saved.people() + " as " + saved.name());
        return ResponseEntity.created(URI.create("/api/audiences/" + id)).body(saved);
    }

    @PutMapping("/{id}")
    SavedAudience rename(@PathVariable UUID id, @RequestBody Body body) {
        audiences.rename(id, body.nameOrEmpty());
        return audiences.require(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        String name = audiences.require(id).name();
        audiences.delete(id);
        audit.record(who, request.getRemoteAddr(), "saved_audience_deleted", id.toString(), name);
    }
}
