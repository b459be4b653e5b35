package io.cloudpbx.voicemail.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.web.SoundAnswer;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.VoicemailSearch;
import io.cloudpbx.voicemail.VoicemailView;
import io.cloudpbx.voicemail.VoicemailViews;
import io.cloudpbx.voicemail.Voicemails;
import io.cloudpbx.voicemail.store.VoicemailRows.Selection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/voicemails}. */
@RestController
@RequestMapping("/api/voicemails")
class VoicemailsController {
    private final Voicemails voicemails;
    private final VoicemailViews views;
    private final VoicemailSearch search;
    private final BlobStore blobs;
    private final AuditLog audit;

    VoicemailsController(
            Voicemails voicemails, VoicemailViews views, VoicemailSearch search, BlobStore blobs, AuditLog audit) {
        this.search = search;
        this.voicemails = voicemails;
        this.views = views;
        this.blobs = blobs;
        this.audit = audit;
    }

    @GetMapping
    Page<VoicemailView> list(
            @Valid @ModelAttribute VoicemailsWanted wanted,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var selection = new Selection(
                wanted.ext(),
                wanted.unheardOnly(),
                wanted.deletedOnes(),
                search.sought(wanted.q()),
                Cursor.parse(cursor));
        return Page.load(
                limit, most -> views.newest(selection, most), item -> new Cursor(item.receivedAt(), item.id()));
    }

    @GetMapping("/{id}")
    VoicemailView one(@PathVariable UUID id) {
        return views.show(voicemails.require(id));
    }

    @GetMapping("/{id}/audio")
    ResponseEntity<Resource> audio(@PathVariable UUID id) {
        var voicemail = voicemails.require(id);
        var sound = voicemail.sound();
        if (sound == null) {
            throw notPlayable(voicemail);
        }
        var blob = blobs.find(voicemail.blobKey()).orElseThrow(() -> notPlayable(voicemail));
        return SoundAnswer.of(blob, sound, "voicemail-" + id);
    }

    private static Problem notPlayable(Voicemail voicemail) {
        return voicemail.state() == Voicemail.State.FETCHING
                ? Problem.conflict("audio_not_ready", "The recording is still on its way from the carrier.")
                : Problem.notFound("audio_not_found", "The recording is not here.");
    }

    record Listen(boolean listened) {}

    @PostMapping("/{id}/listen")
    VoicemailView listen(@PathVariable UUID id, @RequestBody(required = false) @Nullable Listen body, SignedIn who) {
        voicemails.listened(id, body == null || body.listened(), who.name());
        return one(id);
    }

    record Move(
            @NotNull @Pattern(regexp = "[1-9]\\d{2}", message = "must be an extension of three digits")
            String ext) {}

    /** Puts it into somebody else's mailbox, where it is new. */
    @PostMapping("/{id}/move")
    VoicemailView move(@PathVariable UUID id, @Valid @RequestBody Move to, SignedIn who, HttpServletRequest request) {
        voicemails.move(id, to.ext());
        audit.record(who, request.getRemoteAddr(), "voicemail_moved", id.toString(), "");
        return one(id);
    }

    /** Takes it out of its mailbox; for a month it can be brought back. */
    @DeleteMapping("/{id}")
    VoicemailView delete(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        voicemails.delete(id, who.name());
        audit.record(who, request.getRemoteAddr(), "voicemail_deleted", id.toString(), "");
        return one(id);
    }

    @PostMapping("/{id}/restore")
    VoicemailView restore(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        voicemails.restore(id);
        audit.record(who, request.getRemoteAddr(), "voicemail_restored", id.toString(), "");
        return one(id);
    }
}
