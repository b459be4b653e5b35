package io.cloudpbx.contacts.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.contacts.ContactView;
import io.cloudpbx.contacts.ContactViews;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.contacts.Partings;
import io.cloudpbx.contacts.Standing;
import io.cloudpbx.contacts.flow.Choice;
import io.cloudpbx.contacts.flow.Merging;
import io.cloudpbx.forgetting.AtCarrier;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/contacts}. */
@RestController
@RequestMapping("/api/contacts")
class ContactsController {
    private final Contacts contacts;
    private final ContactViews views;
    private final Partings partings;
    private final Forgetting forgetting;
    private final AuditLog audit;

    ContactsController(
            Contacts contacts, ContactViews views, Partings partings, Forgetting forgetting, AuditLog audit) {
        this.forgetting = forgetting;
        this.contacts = contacts;
        this.views = views;
        this.partings = partings;
        this.audit = audit;
    }

    @GetMapping
    Page<ContactView> list(
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var after = Cursor.parse(cursor);
        return Page.load(limit, most -> views.newest(q, after, most), item -> new Cursor(item.createdAt(), item.id()));
    }

    @GetMapping("/{id}")
    ContactView one(@PathVariable UUID id) {
        return views.one(id);
    }

    @PostMapping
    ResponseEntity<ContactView> add(@Valid @RequestBody ContactBody body) {
        UUID id = contacts.add(body.details());
        return ResponseEntity.created(URI.create("/api/contacts/" + id)).body(one(id));
    }

    @PutMapping("/{id}")
    ContactView change(@PathVariable UUID id, @Valid @RequestBody ContactBody body) {
        // Without a version the client has not looked, and overwrites knowingly.
        var present = contacts.require(id);
        long seen = body.version() == null ? present.version() : body.version();
        contacts.change(present.id(), body.details(), seen);
        return one(id);
    }

    /**
     * What was deleted, and how far the carrier is with it, which keeps texts and recordings of its own.
     *
     * @param kept what stays here: {@code block_list} where the company has blocked their number, which stands there without a name
     */
    record Deletion(UUID id, AtCarrier atCarrier, List<String> kept) {}

    @DeleteMapping("/{id}")
    Deletion delete(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        Duty.ofAdmins(who);
        partings.delete(id);
        audit.record(who, request.getRemoteAddr(), "contact_deleted", id.toString(), "");
        return deletion(id);
    }

    /** How far it is now; also of somebody of whom nothing was kept there, or who never was. */
    @GetMapping("/{id}/deletion")
    Deletion deletion(@PathVariable UUID id) {
        List<String> kept = forgetting.kept(id).stream()
                .map(what -> what.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Deletion(id, forgetting.atCarrier(id), kept);
    }

    /** What led to what may be texted, for all numbers of a person together. */
    @GetMapping("/{id}/consent")
    Page<Standing> consent(@PathVariable UUID id) {
        return Page.whole(views.standings(id));
    }

    /**
     * Which contact goes, and whose values stay.
     *
     * @param choices by part: name, company, email, notes, and fields. with a field's name; kept or other
     */
    record Merge(@NotNull UUID with, @Nullable Map<String, @Nullable String> choices) {
        Map<String, Choice> parsed() {
            Map<String, Choice> parsed = new HashMap<>();
            if (choices != null) {
                choices.forEach((part, choice) -> parsed.put(part, choice(part, choice)));
            }
            return parsed;
        }

        private static Choice choice(String part, @Nullable String choice) {
            if (!Merging.PARTS.contains(part) && !part.startsWith(Merging.FIELD)) {
                throw Problem.invalid(
                        "choices." + part, "unknown_part", "cannot be chosen; numbers and consent all stay");
            }
            return switch (String.valueOf(choice)) {
                case "kept" -> Choice.KEPT;
                case "other" -> Choice.OTHER;
                default -> throw Problem.invalid("choices." + part, "kept_or_other", "must be kept or other");
            };
        }
    }

    @PostMapping("/{id}/merge")
    ContactView merge(@PathVariable UUID id, @Valid @RequestBody Merge merge) {
        return one(partings.merge(id, merge.with(), merge.parsed()));
    }
}
