package io.cloudpbx.callflow.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.Draft;
import io.cloudpbx.callflow.PlanVersion;
import io.cloudpbx.callflow.Plans;
import io.cloudpbx.callflow.Publishing;
import io.cloudpbx.callflow.json.PlanDifference;
import io.cloudpbx.callflow.json.PlanDifference.Change;
import io.cloudpbx.callflow.json.PlanReader;
import io.cloudpbx.callflow.json.PlanWriter;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem.FieldProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/callflow}. */
@RestController
@RequestMapping("/api/callflow")
class CallFlowController {
    private final Plans plans;
    private final Publishing publishing;
    private final Clock clock;

    CallFlowController(Plans plans, Publishing publishing, Clock clock) {
        this.plans = plans;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** @param problems what speaks against publishing it, each with its place as a JSON pointer */
    record DraftView(JsonNode plan, long version, int published, List<FieldProblem> problems) {}

    record DraftBody(@NotNull JsonNode plan, long version) {}

    /** @param published the number of what it takes the place of, as the draft showed it */
    record Publication(
            long version,
            int published,
            @Nullable @Size(max = 200) String note) {}

    record VersionView(int number, Instant publishedAt, String publishedBy, String note) {
        static VersionView of(PlanVersion version) {
            return new VersionView(version.number(), version.publishedAt(), version.publishedBy(), version.note());
        }
    }

    record Difference(List<Change> changes) {}

    record ClosureBody(@Nullable Instant until) {}

    @GetMapping("/draft")
    DraftView draft() {
        return view(plans.draft());
    }

    private DraftView view(Draft draft) {
        return new DraftView(
                PlanWriter.write(draft.plan()), draft.version(), plans.current(), publishing.problems(draft.plan()));
    }

    @PutMapping("/draft")
    DraftView change(@Valid @RequestBody DraftBody body, SignedIn who) {
        return view(publishing.change(new Draft(PlanReader.read(body.plan()), body.version()), who.name()));
    }

    @PostMapping("/publish")
    VersionView publish(@Valid @RequestBody Publication body, SignedIn who) {
        String note = Objects.requireNonNullElse(body.note(), "");
        return VersionView.of(publishing.publish(body.version(), body.published(), note, who.name()));
    }

    @GetMapping("/versions")
    Page<VersionView> versions() {
        return Page.whole(plans.versions().stream().map(VersionView::of).toList());
    }

    /** 0 is what a company that has set nothing answers with. */
    @GetMapping("/versions/{number}")
    JsonNode version(@PathVariable int number) {
        return PlanWriter.write(plans.version(number));
    }

    @PostMapping("/versions/{number}/restore")
    VersionView restore(@PathVariable int number, SignedIn who) {
        return VersionView.of(publishing.restore(number, who.name()));
    }

    /** From one version to another, or to the draft. */
    @GetMapping("/difference")
    Difference difference(@RequestParam int from, @RequestParam(required = false) @Nullable Integer to) {
        var after = to == null ? plans.draft().plan() : plans.version(to);
        return new Difference(PlanDifference.between(plans.version(from), after));
    }

    @GetMapping("/closures")
    Page<Closure> closures() {
        return Page.whole(plans.closures());
    }

    /** Closes hours at once. */
    @PutMapping("/closures/{hours}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String hours, @RequestBody ClosureBody body, SignedIn who) {
        publishing.close(new Closure(hours, clock.instant(), body.until(), who.name()));
    }

    @DeleteMapping("/closures/{hours}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable String hours) {
        publishing.open(hours);
    }
}
