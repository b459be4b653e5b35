package io.cloudpbx.knowledge.web;

import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/knowledge}. */
@RestController
@RequestMapping("/api/knowledge")
class KnowledgeController {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    private final Knowledge knowledge;
    private final Settings settings;
    private final Clock clock;

    KnowledgeController(Knowledge knowledge, Settings settings, Clock clock) {
        this.knowledge = knowledge;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    FactsBody read() {
        return FactsBody.of(knowledge.facts());
    }

    @PutMapping
    FactsBody change(@Valid @RequestBody FactsBody body) {
        return FactsBody.of(knowledge.change(body.facts()));
    }

    /** Whether the business is open, now or at another instant. */
    @GetMapping("/opening")
    OpeningBody opening(@RequestParam(required = false) @Nullable Instant at) {
        Instant instant = at == null ? clock.instant() : at;
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw Problem.invalid("at", "date_far_away", "must be an instant of this century");
        }
        var zone = settings.current().timeZone();
        return switch (knowledge.sheet().openingAt(instant, zone)) {
            case Opening.Open open -> new OpeningBody("open", open.until());
            case Opening.Closed closed -> new OpeningBody("closed", closed.opensAt());
            case Opening.Unknown unknown -> new OpeningBody("unknown", null);
        };
    }

    /**
     * The state and when it ends.
     *
     * @param state open, closed or unknown
     */
    record OpeningBody(String state, @Nullable Instant changesAt) {}
}
