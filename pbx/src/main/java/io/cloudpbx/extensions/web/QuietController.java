package io.cloudpbx.extensions.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.extensions.ExtensionView;
import io.cloudpbx.extensions.ExtensionViews;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/extensions/{id}/do-not-disturb}: whoever has an extension says when nobody is put through to it. */
@RestController
@RequestMapping("/api/extensions/{id}/do-not-disturb")
class QuietController {
    private final Extensions extensions;
    private final ExtensionViews views;

    QuietController(Extensions extensions, ExtensionViews views) {
        this.extensions = extensions;
        this.views = views;
    }

    /** @param until null for until it is turned off */
    record Wish(@Nullable Instant until) {}

    @PutMapping
    ExtensionView on(@PathVariable UUID id, @Valid @RequestBody Wish wish, SignedIn who) {
        refuseOthers(id, who);
        extensions.quiet(id, wish.until());
        return view(id);
    }

    @DeleteMapping
    ExtensionView off(@PathVariable UUID id, SignedIn who) {
        refuseOthers(id, who);
        extensions.endQuiet(id);
        return view(id);
    }

    private void refuseOthers(UUID id, SignedIn who) {
        extensions.require(id);
        boolean own =
                extensions.of(who.email()).filter(it -> it.id().equals(id)).isPresent();
        if (!own && !who.role().covers(Role.ADMIN)) {
            throw Problem.forbidden(
                    "not_your_extension", "Only an owner or an admin may change when somebody else is rung.");
        }
    }

    private ExtensionView view(UUID id) {
        return views.find(id).orElseThrow(() -> Problem.notFound("extension_not_found", "There is no such extension."));
    }
}
