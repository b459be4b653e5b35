package io.cloudpbx.calls.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.Explanations;
import io.cloudpbx.calls.Rehearsals;
import io.cloudpbx.calls.Scenarios;
import io.cloudpbx.calls.SituationLoader.Caller;
import io.cloudpbx.calls.flow.Ending;
import io.cloudpbx.calls.routing.Explanation;
import io.cloudpbx.calls.routing.Rehearsed;
import io.cloudpbx.calls.routing.Scenario;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/routing}: calls that were never placed. */
@RestController
@RequestMapping("/api/routing")
class RoutingController {
    private static final int MOST_KEYS = 20;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Explanations explanations;
    private final Scenarios scenarios;
    private final Rehearsals rehearsals;
    private final Clock clock;

    RoutingController(Explanations explanations, Scenarios scenarios, Rehearsals rehearsals, Clock clock) {
        this.explanations = explanations;
        this.scenarios = scenarios;
        this.rehearsals = rehearsals;
        this.clock = clock;
    }

    /**
     * What would become of a call.
     *
     * @param from none for a withheld number
     * @param at none for now
     * @param keys that the caller presses, one after the other, with commas between
     */
    @GetMapping("/explain")
    Explanation explain(
            @RequestParam String to,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(defaultValue = "") List<String> keys,
            @RequestParam(defaultValue = "false") boolean draft) {
        var caller = new Caller(
                from == null ? null : number("from", from),
                number("to", to),
                at == null ? clock.instant() : moment(at));
        return draft ? explanations.drafted(caller, pressed(keys)) : explanations.published(caller, pressed(keys));
    }

    private static PhoneNumber number(String field, String text) {
        return PhoneNumber.written(text)
                .orElseThrow(() -> Problem.invalid(field, "invalid_number", "must be a phone number"));
    }

    /** A time that calendars and the database know. */
    private static Instant moment(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw Problem.invalid("at", "out_of_range", "must be between the years 2000 and 2100");
        }
        return at;
    }

    private static List<String> pressed(List<String> keys) {
        if (keys.size() > MOST_KEYS || !keys.stream().allMatch(key -> key.matches("[0-9*#]{1,12}"))) {
            throw Problem.invalid("keys", "invalid_keys", "must be keys of a phone, at most " + MOST_KEYS + " times");
        }
        return keys;
    }

    /** Leads the calls of the last days through the draft. */
    @GetMapping("/rehearsal")
    Rehearsal rehearse(@RequestParam(defaultValue = "7") @Min(1) @Max(90) int days) {
        var rehearsed = rehearsals.rehearse(days);
        return new Rehearsal(
                rehearsed.calls(),
                rehearsed.all(),
                rehearsed.others().stream().map(Difference::of).toList());
    }

    /**
     * @param calls how many were led, the newest
     * @param all whether those were all of these days
     * @param items those that would end elsewhere, newest first
     */
    record Rehearsal(int calls, boolean all, List<Difference> items) {}

    record Difference(
            UUID call,
            @Nullable String from,
            @Nullable String to,
            Instant at,
            List<String> keys,
            Ending ends,
            Ending wouldEnd) {
        static Difference of(Rehearsed.Other other) {
            var call = other.call();
            return new Difference(
                    call.id(),
                    text(call.from()),
                    text(call.to()),
                    call.at(),
                    call.keys(),
                    other.ends(),
                    other.wouldEnd());
        }
    }

    @GetMapping("/scenarios")
    Page<ScenarioView> scenarios() {
        return Page.whole(scenarios.all().stream().map(ScenarioView::of).toList());
    }

    record ScenarioView(
            UUID id, String name, @Nullable String from, String to, Instant at, List<String> keys, String ends) {
        static ScenarioView of(Scenario scenario) {
            return new ScenarioView(
                    scenario.id(),
                    scenario.name(),
                    text(scenario.from()),
                    scenario.to().e164(),
                    scenario.at(),
                    scenario.keys(),
                    scenario.ends());
        }
    }

    private static @Nullable String text(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }

    /** @param from none for a withheld number */
    record Body(
            @NotBlank @Size(max = 80) String name,
            @Nullable String from,
            @NotBlank String to,
            @NotNull Instant at,
            @Nullable List<String> keys,
            @NotBlank @Size(max = 60) String ends) {
        Scenario toScenario() {
            return new Scenario(
                    UUID.randomUUID(),
                    name.strip(),
                    from == null ? null : number("from", from),
                    number("to", to),
                    moment(at),
                    pressed(Objects.requireNonNullElse(keys, List.of())),
                    ends);
        }
    }

    @PostMapping("/scenarios")
    @ResponseStatus(HttpStatus.CREATED)
    ScenarioView add(@Valid @RequestBody Body body, SignedIn who) {
        var scenario = body.toScenario();
        scenarios.add(scenario, who.name());
        return ScenarioView.of(scenario);
    }

    @DeleteMapping("/scenarios/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        scenarios.delete(id);
    }
}
