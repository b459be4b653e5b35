package io.cloudpbx.hooks;

import io.cloudpbx.hooks.store.DeliveryLog;
import io.cloudpbx.hooks.store.OutboxRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What endpoints were told, and what of it is told again. */
@Service
public class Deliveries {
    private final OutboxRows rows;
    private final DeliveryLog log;
    private final Telling telling;
    private final Jobs jobs;
    private final Clock clock;

    Deliveries(OutboxRows rows, DeliveryLog log, Telling telling, Jobs jobs, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.telling = telling;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Newest first, after the cursor. @param state null for all */
    public List<Delivery> newest(UUID endpoint, Delivery.@Nullable State state, @Nullable Cursor after, int limit) {
        return log.newest(endpoint, state, after, limit);
    }

    /** @throws Problem {@code delivery_not_found} */
    public Delivery require(UUID endpoint, UUID id) {
        return rows.find(endpoint, id)
                .orElseThrow(() -> Problem.notFound(
                        "delivery_not_found", "There is no such delivery. They are kept for thirty days."));
    }

    /** Oldest first. */
    public List<Try> tries(UUID delivery) {
        return log.tries(delivery);
    }

    /** The newest attempt of each that had one. */
    public Map<UUID, Try> lastTries(List<Delivery> deliveries) {
        return log.lastTries(deliveries.stream().map(Delivery::id).toList());
    }

    public Map<UUID, EndpointHealth> health() {
        return log.health();
    }

    /** Sends something that means nothing. @param by who wants to see it */
    public Delivery test(UUID endpoint, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var hello = new Happening(
                EventType.WEBHOOK_TEST, UUID.randomUUID().toString(), now, null, Map.of("askedForBy", by));
        return require(endpoint, telling.tell(endpoint, hello));
    }

    /** Sends one again, under the same id, also when it was taken before. */
    @Transactional
    public Delivery replay(UUID endpoint, UUID id) {
        require(endpoint, id);
        rows.replay(id, clock.instant());
        jobs.soon(Deliver.KIND, endpoint.toString());
        return require(endpoint, id);
    }

    /** Sends again all that failed and happened since then. @return how many */
    @Transactional
    public int replayFailed(UUID endpoint, Instant since) {
        int many = rows.replayFailed(endpoint, since, clock.instant());
        jobs.soon(Deliver.KIND, endpoint.toString());
        return many;
    }
}
