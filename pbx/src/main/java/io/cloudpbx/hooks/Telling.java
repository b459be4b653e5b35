package io.cloudpbx.hooks;

import io.cloudpbx.hooks.store.OutboxRows;
import io.cloudpbx.hooks.store.OutboxRows.Message;
import io.cloudpbx.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what is to be told, in the transaction in which it happened, together with the job that tells it (R15). */
@Component
class Telling {
    /** After that it is forgotten what was told, and nothing of that age is told any more. */
    static final Duration KEPT = Duration.ofDays(30);

    private final OutboxRows deliveries;
    private final Jobs jobs;
    private final JsonMapper json;
    private final Clock clock;

    Telling(OutboxRows deliveries, Jobs jobs, JsonMapper json, Clock clock) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** The body of the request; the members are those of Standard Webhooks. */
    private record Envelope(String type, Instant timestamp, Object data) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Happening happening) {
        Instant now = clock.instant();
        deliveries
                .insertForAll(message(happening), now.minus(KEPT), now)
                .forEach(endpoint -> jobs.soon(Deliver.KIND, endpoint.toString()));
    }

    /** @return the delivery */
    @Transactional
    public UUID tell(UUID endpoint, Happening happening) {
        UUID id = deliveries.insertFor(endpoint, message(happening), clock.instant());
        jobs.soon(Deliver.KIND, endpoint.toString());
        return id;
    }

    private Message message(Happening happening) {
        var envelope = new Envelope(happening.type().word(), happening.at(), happening.data());
        return new Message(
                happening.type(),
                happening.subject(),
                happening.person(),
                happening.at(),
                json.writeValueAsString(envelope));
    }
}
