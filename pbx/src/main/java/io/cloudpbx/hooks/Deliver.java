package io.cloudpbx.hooks;

import io.cloudpbx.hooks.send.Posting;
import io.cloudpbx.hooks.store.OutboxRows;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells one endpoint, the id of which is the job's key, what is due, one thing after another: an endpoint that is slow holds up nobody but
 * itself. A crash between a request and its writing down sends it once more, under the same id.
 */
@Component
class Deliver implements Job {
    static final String KIND = "hooks.deliver";

    /** Then others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(30);

    /** After nobody answered at all: what else is due there would most likely meet the same. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Endpoints endpoints;
    private final OutboxRows deliveries;
    private final Posting posting;
    private final AfterTry afterTry;
    private final Clock clock;

    Deliver(Endpoints endpoints, OutboxRows deliveries, Posting posting, AfterTry afterTry, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.posting = posting;
        this.afterTry = afterTry;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        UUID id = UUID.fromString(key);
        Instant over = clock.instant().plus(TURN);
        while (clock.instant().isBefore(over) && !Thread.currentThread().isInterrupted()) {
            Optional<Endpoint> endpoint = endpoints.running(id);
            if (endpoint.isEmpty()) {
                return new Outcome.Done();
            }
            Optional<Delivery> due = deliveries.due(id, clock.instant());
            if (due.isEmpty()) {
                return untilNext(id);
            }
            if (!deliver(endpoint.get(), due.get())) {
                return new Outcome.Again(REST);
            }
        }
        return new Outcome.Again(Duration.ZERO);
    }

    /** Whether anybody answered. */
    private boolean deliver(Endpoint endpoint, Delivery delivery) {
        Try made = posting.post(endpoint.url(), delivery, endpoints.secrets(endpoint.id()));
        afterTry.settle(endpoint, delivery, made);
        return made.isAnswered();
    }

    private Outcome untilNext(UUID endpoint) {
        return deliveries
                .nextDue(endpoint)
                .<Outcome>map(next -> new Outcome.Again(untilThen(next)))
                .orElseGet(Outcome.Done::new);
    }

    private Duration untilThen(Instant next) {
        Duration wait = Duration.between(clock.instant(), next);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
