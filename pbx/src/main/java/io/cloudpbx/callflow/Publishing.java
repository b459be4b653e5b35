package io.cloudpbx.callflow;

import io.cloudpbx.callflow.flow.Nights;
import io.cloudpbx.callflow.store.ClosureRows;
import io.cloudpbx.callflow.store.PlanRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes by which plan calls are led: the draft, what is published, and what is closed by hand. */
@Service
public class Publishing {
    /** What nobody published. */
    private static final String BY_ITSELF = "CloudPBX";

    private static final Duration LONGEST_CLOSURE = Duration.ofDays(366);

    private final Plans plans;
    private final PlanRows rows;
    private final ClosureRows closures;
    private final List<PlanCheck> checks;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Publishing(
            Plans plans,
            PlanRows rows,
            ClosureRows closures,
            List<PlanCheck> checks,
            Clock clock,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.rows = rows;
        this.closures = closures;
        this.checks = checks;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Replaces the draft if nobody else changed it since {@code wanted} was read. It may be unsound: it leads no calls.
     *
     * @throws Problem {@code draft_changed} when the version is not the present one, {@code invalid_fields} when the hours of a date overlap
     *     those of the day before or after
     */
    @Transactional
    public Draft change(Draft wanted, String by) {
        refuse(Nights.problems(wanted.plan()));
        if (!rows.replace(wanted, by, clock.instant())) {
            throw Problem.conflict("draft_changed", "Somebody else changed this draft. Look at it again.");
        }
        return plans.draft();
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    /** What speaks against publishing a draft. */
    public List<FieldProblem> problems(Plan plan) {
        return Stream.concat(Nights.problems(plan).stream(), unsound(plan).stream())
                .toList();
    }

    private List<FieldProblem> unsound(Plan plan) {
        return checks.stream().flatMap(check -> check.problems(plan).stream()).toList();
    }

    /**
     * Leads new calls by the draft from now on; calls in progress finish on the version they began with.
     *
     * @param version of the draft, as whoever publishes it has seen it
     * @param over the number of the version that it takes the place of, as seen as well: what somebody else put back meanwhile, for good
     *     reasons, is not undone by who does not know of it
     * @throws Problem {@code draft_changed}, {@code published_meanwhile}, or {@code invalid_fields} with all that speaks against it
     */
    @Transactional
    public PlanVersion publish(long version, int over, String note, String by) {
        Draft draft = plans.draft();
        if (draft.version() != version) {
            throw Problem.conflict("draft_changed", "Somebody else changed this draft. Look at it again.");
        }
        if (plans.current() != over) {
            throw publishedMeanwhile();
        }
        refuse(problems(draft.plan()));
        return lead(draft.plan(), over, note, by);
    }

    private static Problem publishedMeanwhile() {
        return Problem.conflict("published_meanwhile", "Somebody else published meanwhile. Look at it again.");
    }

    /**
     * Publishes an old version again, whatever would be asked of a draft by now that writes the same hours.
     *
     * @throws Problem {@code version_not_found}, {@code published_meanwhile} when somebody does so at this moment, or what speaks against
     *     it by now
     */
    @Transactional
    public PlanVersion restore(int number, String by) {
        Plan plan = plans.version(number);
        refuse(unsound(plan));
        return lead(plan, plans.current(), "Version " + number + " again", by);
    }

    /**
     * Publishes what leads calls now with one thing changed, and changes that in the draft as well: whoever publishes it later does not
     * undo what they never saw. Only what the change itself would break stands in its way: it is urgent, and is not to wait for whatever
     * else is wrong by now.
     *
     * @throws Problem {@code published_meanwhile} when somebody publishes at this moment, or {@code invalid_fields}
     */
    @Transactional
    public void amend(UnaryOperator<Plan> change, String note, String by) {
        rows.lockDraft()
                .ifPresent(draft ->
                        rows.replace(new Draft(change.apply(draft.plan()), draft.version()), by, clock.instant()));
        int over = plans.current();
        Plan before = plans.version(over);
        Plan after = change.apply(before);
        List<FieldProblem> broken = new ArrayList<>(unsound(after));
        broken.removeAll(unsound(before));
        refuse(broken);
        lead(after, over, note, by);
    }

    /** The same for what nothing may stand in the way of; nothing is published where nothing changes. */
    void letGo(UnaryOperator<Plan> change) {
        rows.lockDraft().ifPresent(draft -> {
            Plan after = change.apply(draft.plan());
            if (!after.equals(draft.plan())) {
                rows.replace(new Draft(after, draft.version()), BY_ITSELF, clock.instant());
            }
        });
        int over = plans.current();
        Plan before = plans.version(over);
        Plan after = change.apply(before);
        if (!after.equals(before)) {
            lead(after, over, "Somebody was deleted, and is no VIP any more", BY_ITSELF);
        }
    }

    /** @param over the version before, of which only one thing can come next */
    private PlanVersion lead(Plan plan, int over, String note, String by) {
        var published = new PlanVersion(over + 1, plan, clock.instant(), by, note);
        try {
            rows.insert(published);
        } catch (DuplicateKeyException meanwhile) {
            throw publishedMeanwhile();
        }
        events.publishEvent(new PlanChanged.Published(published.number(), by));
        return published;
    }

    /**
     * Closes hours at once, whatever they say.
     *
     * @throws Problem when the published plan has no such hours, or the end is over or beyond a year
     */
    @Transactional
    public void close(Closure closure) {
        if (!plans.version(plans.current()).hours().containsKey(closure.hours())) {
            throw Problem.notFound("hours_not_found", "The published call flow has no such hours.");
        }
        Instant until = closure.until();
        if (until != null && !until.isAfter(closure.since())) {
            throw Problem.invalid("until", "over_already", "is over already");
        }
        if (until != null && until.isAfter(closure.since().plus(LONGEST_CLOSURE))) {
            throw Problem.invalid("until", "too_far", "must be within a year");
        }
        closures.close(closure);
        events.publishEvent(new PlanChanged.ByHand(closure.hours()));
    }

    /** Lets hours be what they say again. */
    @Transactional
    public void open(String hours) {
        closures.open(hours);
        events.publishEvent(new PlanChanged.ByHand(hours));
    }
}
