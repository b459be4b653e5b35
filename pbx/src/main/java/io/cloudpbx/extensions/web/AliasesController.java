package io.cloudpbx.extensions.web;

import io.cloudpbx.extensions.Aliases;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.listing.Page;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/extensions/{id}/aliases}: what callers also say. */
@RestController
@RequestMapping("/api/extensions/{extension}/aliases")
class AliasesController {
    private final Extensions extensions;
    private final Aliases aliases;

    AliasesController(Extensions extensions, Aliases aliases) {
        this.extensions = extensions;
        this.aliases = aliases;
    }

    /** @param standing {@code in_use}, {@code one_caller} or {@code ambiguous} */
    record View(UUID id, String words, int count, int callers, String standing, Instant firstHeard, Instant lastHeard) {
        static View of(Aliases.Shown shown) {
            var alias = shown.alias();
            return new View(
                    alias.id(),
                    alias.words(),
                    alias.count(),
                    alias.callers(),
                    shown.standing().name().toLowerCase(Locale.ROOT),
                    alias.firstHeard(),
                    alias.lastHeard());
        }
    }

    @GetMapping
    Page<View> list(@PathVariable UUID extension) {
        extensions.require(extension);
        return Page.whole(aliases.of(extension).stream().map(View::of).toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID extension, @PathVariable UUID id) {
        extensions.require(extension);
        aliases.dismiss(extension, id);
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable UUID extension, @PathVariable UUID id) {
        extensions.require(extension);
        aliases.restore(extension, id);
    }
}
