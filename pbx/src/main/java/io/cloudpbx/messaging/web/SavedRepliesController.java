package io.cloudpbx.messaging.web;

import io.cloudpbx.listing.Page;
import io.cloudpbx.messaging.SavedReply;
import io.cloudpbx.messaging.store.SavedReplyRows;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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

/** {@code /api/saved-replies}. */
@RestController
@RequestMapping("/api/saved-replies")
class SavedRepliesController {
    private final SavedReplyRows rows;

    SavedRepliesController(SavedReplyRows rows) {
        this.rows = rows;
    }

    /** @param version that was seen; null overwrites knowingly */
    record Body(
            @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 1600) String body,
            @Nullable Long version) {}

    @GetMapping
    Page<SavedReply> list() {
        return Page.whole(rows.all());
    }

    @PostMapping
    ResponseEntity<SavedReply> add(@Valid @RequestBody Body body) {
        UUID id = UUID.randomUUID();
        try {
            rows.insert(id, body.title().strip(), body.body());
        } catch (DuplicateKeyException taken) {
            throw taken(body);
        }
        return ResponseEntity.created(URI.create("/api/saved-replies/" + id)).body(require(id));
    }

    @PutMapping("/{id}")
    SavedReply change(@PathVariable UUID id, @Valid @RequestBody Body body) {
        SavedReply present = require(id);
        long seen = body.version() == null ? present.version() : body.version();
        try {
            if (!rows.update(new SavedReply(id, body.title().strip(), body.body(), seen))) {
                throw Problem.conflict(
                        "saved_reply_changed", "Somebody else changed this reply. Look at it again before saving.");
            }
        } catch (DuplicateKeyException taken) {
            throw taken(body);
        }
        return require(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        if (!rows.delete(id)) {
            throw notFound();
        }
    }

    private SavedReply require(UUID id) {
        return rows.find(id).orElseThrow(SavedRepliesController::notFound);
    }

    private static Problem notFound() {
        return Problem.notFound("saved_reply_not_found", "There is no such reply.");
    }

    private static Problem taken(Body body) {
        return Problem.conflict(
                "title_taken",
                "title",
                "There is a reply called “" + body.title().strip() + "” already.");
    }
}
