package io.cloudpbx.contacts.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.ConsentGiven;
import io.cloudpbx.contacts.ContactConsents;
import io.cloudpbx.contacts.ContactViews;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.Limits;
import io.cloudpbx.contacts.Proof;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.contacts.Standing;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/contacts/{id}/consents}: added to, never changed. */
@RestController
@RequestMapping("/api/contacts/{id}/consents")
class ConsentsController {
    /** C22; imports have a way of their own. */
    private static final Set<String> METHODS = Set.of("web form", "keyword", "paper", "verbal");

    private static final int WORDING = 2_000;

    private final ContactConsents consents;
    private final ContactViews views;
    private final AuditLog audit;
    private final Clock clock;

    ConsentsController(ContactConsents consents, ContactViews views, AuditLog audit, Clock clock) {
        this.consents = consents;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * They agreed.
     *
     * @param category {@code marketing} or {@code informational}
     * @param method {@code web form}, {@code keyword}, {@code paper} or {@code verbal}
     * @param words what shows it: what they said or did, as exactly as it is known
     * @param wording what they were shown or told; needed for marketing
     * @param reference the page, document or message; null when there is none
     * @param at when; null for now
     */
    record Granted(
            @NotBlank @Size(max = 40) String number,
            @NotBlank String category,
            @NotBlank String method,
            @NotBlank @Size(max = Limits.REASON) String words,
            @Nullable @Size(max = WORDING) String wording,
            @Nullable @Size(max = 60) String wordingVersion,
            @Nullable @Size(max = 20) String language,
            @Nullable @Size(max = 300) String reference,
            @Nullable Instant at) {

        ConsentGiven by(String person, SignedIn who, Instant now) {
            var evidence = new Evidence(Source.PERSON, words.strip(), reference, who.name());
            var proof = new Proof(known(method), said(wording), said(wordingVersion), said(language), person, "", "");
            return new ConsentGiven(
                    Numbers.written("number", number),
                    meant(category),
                    Objects.requireNonNullElse(at, now),
                    evidence,
                    proof);
        }

        private static String said(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        private static String known(String method) {
            if (!METHODS.contains(method)) {
                throw Problem.invalid("method", "unknown_method", "must be web form, keyword, paper or verbal");
            }
            return method;
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Standing grant(
            @PathVariable UUID id, @Valid @RequestBody Granted granted, SignedIn who, HttpServletRequest request) {
        var given = granted.by(views.one(id).name(), who, clock.instant());
        UUID entry = consents.grant(id, given);
        audit.record(who, request.getRemoteAddr(), "consent_granted", entry.toString(), granted.category());
        return views.standing(given.number());
    }

    /** They take it back. @param words what they said, as exactly as it is remembered */
    record Revoked(
            @NotBlank @Size(max = 40) String number,
            @NotNull String category,
            @NotBlank @Size(max = Limits.REASON) String words) {}

    @PostMapping("/revoke")
    Standing revoke(
            @PathVariable UUID id, @Valid @RequestBody Revoked revoked, SignedIn who, HttpServletRequest request) {
        var number = Numbers.written("number", revoked.number());
        var evidence = new Evidence(Source.PERSON, revoked.words().strip(), null, who.name());
        consents.revoke(id, number, meant(revoked.category()), evidence);
        audit.record(who, request.getRemoteAddr(), "consent_revoked", id.toString(), revoked.category());
        return views.standing(number);
    }

    private static Category meant(String word) {
        for (Category category : Category.values()) {
            if (category.name().toLowerCase(Locale.ROOT).equals(word)) {
                return category;
            }
        }
        throw Problem.invalid("category", "unknown_category", "must be marketing or informational");
    }
}
