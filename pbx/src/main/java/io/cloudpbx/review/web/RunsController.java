package io.cloudpbx.review.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.review.Estimate;
import io.cloudpbx.review.Plan;
import io.cloudpbx.review.Run;
import io.cloudpbx.review.Runs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/receptionist/runs}. */
@RestController
@RequestMapping("/api/receptionist/runs")
class RunsController {
    private final Runs runs;

    RunsController(Runs runs) {
        this.runs = runs;
    }

    /**
     * A plan.
     *
     * @param what {@code tests} or {@code calls}
     * @param mind {@code offline} or {@code claude}
     * @param briefing {@code then}, {@code published} or {@code draft}
     * @param days how far back calls are taken
     * @param questions that the estimate named, which shows that it was seen
     */
    record Body(
            @NotBlank String what,
            @NotBlank String mind,

            @Nullable
            @Pattern(regexp = "|[a-z0-9.-]{1,80}", message = "must be the name of a model, such as claude-opus-4-6")
            String model,

            @NotBlank String briefing,
            @NotNull @Min(0) @Max(180) Integer days,
            @Nullable @Min(0) Integer questions) {

        Plan plan() {
            return new Plan(
                    value(Plan.What.class, "what", what),
                    value(Plan.Mind.class, "mind", mind),
                    model == null || model.isBlank() ? null : model,
                    value(Plan.Told.class, "briefing", briefing),
                    days);
        }

        private static <E extends Enum<E>> E value(Class<E> type, String field, String text) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(value -> name(value).equals(text))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(
                            field,
                            "unknown_" + field,
                            "must be one of "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(Body::name)
                                            .toList()));
        }

        private static String name(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    @PostMapping("/estimate")
    Estimate estimate(@Valid @RequestBody Body body) {
        return runs.estimate(body.plan());
    }

    @PostMapping
    ResponseEntity<RunBody> start(@Valid @RequestBody Body body, SignedIn who) {
        if (body.questions() == null) {
            throw Problem.invalid(
                    "questions", "cost_not_seen", "must be as the estimate says, which is to be looked at first");
        }
        var run = runs.start(body.plan(), body.questions(), who.name());
        return ResponseEntity.created(URI.create("/api/receptionist/runs/" + run.id()))
                .body(RunBody.of(run));
    }

    @GetMapping
    Page<RunBody> newest() {
        return Page.whole(runs.newest().stream().map(RunBody::of).toList());
    }

    /** A run with its turns. */
    record Whole(RunBody run, List<Runs.Shown> turns) {}

    /** @param state running, done or stopped */
    record RunBody(
            UUID id,
            String what,
            String mind,
            @Nullable String model,
            String briefing,
            int days,
            String state,
            Instant startedAt,
            String startedBy,
            @Nullable Instant finishedAt,
            @Nullable BigDecimal estimate,
            Run.Counts counts) {
        static RunBody of(Run run) {
            var plan = run.plan();
            return new RunBody(
                    run.id(),
                    Body.name(plan.what()),
                    Body.name(plan.mind()),
                    plan.model(),
                    Body.name(plan.briefing()),
                    plan.days(),
                    run.stopped() ? "stopped" : run.finishedAt() == null ? "running" : "done",
                    run.startedAt(),
                    run.startedBy(),
                    run.finishedAt(),
                    run.estimate(),
                    run.counts());
        }
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable UUID id) {
        return new Whole(RunBody.of(runs.require(id)), runs.turnsOf(id));
    }

    @PostMapping("/{id}/stop")
    RunBody stop(@PathVariable UUID id) {
        return RunBody.of(runs.stop(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        runs.delete(id);
    }
}
