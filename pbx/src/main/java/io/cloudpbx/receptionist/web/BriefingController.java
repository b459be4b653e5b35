package io.cloudpbx.receptionist.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.listing.Page;
import io.cloudpbx.receptionist.Briefings;
import io.cloudpbx.receptionist.Briefings.Draft;
import io.cloudpbx.receptionist.Briefings.Published;
import io.cloudpbx.receptionist.claude.ClaudeReceptionist;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/receptionist/briefing}. */
@RestController
@RequestMapping("/api/receptionist/briefing")
class BriefingController {
    private final Briefings briefings;

    BriefingController(Briefings briefings) {
        this.briefings = briefings;
    }

    /**
     * Both as they stand.
     *
     * @param published null when nothing ever was
     * @param builtIn of what every receptionist is told, whatever the business asks
     */
    record Both(Draft draft, @Nullable Published published, String builtIn) {}

    /** @param version of the draft that was seen */
    record Text(
            @NotNull @Size(max = 10_000) String text,
            @NotNull Long version) {}

    /** @param version of the draft that was seen */
    record Seen(@NotNull Long version) {}

    @GetMapping
    Both read() {
        return new Both(
                briefings.draft(),
                briefings.versions().stream().findFirst().orElse(null),
                ClaudeReceptionist.promptVersion());
    }

    @GetMapping("/versions")
    Page<Published> versions() {
        return Page.whole(briefings.versions());
    }

    @PutMapping("/draft")
    Draft save(@Valid @RequestBody Text body, SignedIn who) {
        return briefings.save(body.text(), body.version(), who.name());
    }

    @PostMapping("/publish")
    Published publish(@Valid @RequestBody Seen body, SignedIn who) {
        return briefings.publish(body.version(), who.name());
    }

    @PostMapping("/versions/{version}/restore")
    Published restore(@PathVariable long version, SignedIn who) {
        return briefings.restore(version, who.name());
    }
}
