package io.cloudpbx.contacts.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.contacts.ContactViews;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.Limits;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.contacts.Standing;
import io.cloudpbx.contacts.store.OptOutRows;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/opt-outs}. There is no way to clear more than one, and that one needs a reason (C8). */
@RestController
@RequestMapping("/api/opt-outs")
class OptOutsController {
    private final OptOuts optOuts;
    private final ContactViews views;

    OptOutsController(OptOuts optOuts, ContactViews views) {
        this.optOuts = optOuts;
        this.views = views;
    }

    record Item(UUID id, String number, String display, Instant since, String source, String quote) {
        static Item of(OptOutRows.Listed listed) {
            var optOut = listed.optOut();
            return new Item(
                    listed.id(),
                    optOut.number().e164(),
                    optOut.number().display(),
                    optOut.since(),
                    optOut.source().name().toLowerCase(Locale.ROOT),
                    optOut.quote());
        }
    }

    @GetMapping
    Page<Item> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var after = Cursor.parse(cursor);
        return Page.load(
                limit,
                most -> optOuts.newest(after, most).stream().map(Item::of).toList(),
                item -> new Cursor(item.since(), item.id()));
    }

    /** How any number stands, known or not. */
    @GetMapping("/{number}")
    Standing one(@PathVariable String number) {
        return views.standing(Numbers.written("number", number));
    }

    /**
     * Somebody asked one of us not to be texted.
     *
     * @param words what they said, as exactly as it is remembered
     */
    record Asked(
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = Limits.REASON) String words) {}

    @PostMapping
    Standing optOut(@Valid @RequestBody Asked asked, SignedIn who) {
        var number = Numbers.written("number", asked.number());
        optOuts.optOut(number, new Evidence(Source.PERSON, asked.words().strip(), null, who.name()));
        return views.standing(number);
    }

    record Because(@NotBlank @Size(max = Limits.REASON) String reason) {}

    @PostMapping("/{number}/undo")
    Standing undo(
            @PathVariable String number,
            @Valid @RequestBody Because because,
            SignedIn who,
            HttpServletRequest request) {
        Duty.ofAdmins(who);
        var optedOut = Numbers.written("number", number);
        optOuts.undo(optedOut, because.reason().strip(), who, request.getRemoteAddr());
        return views.standing(optedOut);
    }

    /** Doubtful words turned out to be no opt-out. */
    @PostMapping("/{number}/resume-marketing")
    Standing resume(@PathVariable String number, @Valid @RequestBody Because because, SignedIn who) {
        var paused = Numbers.written("number", number);
        optOuts.resumeMarketing(
                paused, new Evidence(Source.PERSON, because.reason().strip(), null, who.name()));
        return views.standing(paused);
    }
}
