package io.cloudpbx.hooks;

import io.cloudpbx.hooks.Delivery.State;
import io.cloudpbx.hooks.flow.Course;
import io.cloudpbx.hooks.store.DeliveryLog;
import io.cloudpbx.hooks.store.OutboxRows;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of an attempt, and what follows from it. */
@Component
class AfterTry {
    private static final Logger log = LoggerFactory.getLogger(AfterTry.class);

    private final OutboxRows deliveries;
    private final DeliveryLog attempts;
    private final Endpoints endpoints;
    private final Clock clock;

    AfterTry(OutboxRows deliveries, DeliveryLog attempts, Endpoints endpoints, Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** What was forgotten or deleted while it was under way leaves nothing behind. */
    @Transactional
    public void settle(Endpoint endpoint, Delivery delivery, Try made) {
        if (deliveries.find(endpoint.id(), delivery.id()).isEmpty()) {
            return;
        }
        attempts.add(delivery.id(), made);
        int status = made.status() == null ? 0 : made.status();
        double chance = RandomGenerator.getDefault().nextDouble();
        Instant now = clock.instant();
        switch (Course.after(status, delivery.tries() + 1, chance)) {
            case Course.Delivered delivered -> deliveries.ended(delivery.id(), State.DELIVERED, made.at(), now);
            case Course.Again(var in) -> deliveries.again(delivery.id(), made.at(), now.plus(in));
            case Course.GivenUp givenUp -> giveUp(endpoint, delivery, made);
            case Course.Gone gone -> {
                deliveries.ended(delivery.id(), State.FAILED, made.at(), now);
                pause(endpoint, "The receiver answered 410: it is gone for good.");
            }
        }
    }

    /** A receiver that fails at one thing and takes others goes on being told; one that took nothing all that time is not there. */
    private void giveUp(Endpoint endpoint, Delivery delivery, Try made) {
        deliveries.ended(delivery.id(), State.FAILED, made.at(), clock.instant());
        Instant since = delivery.firstTriedAt() == null ? made.at() : delivery.firstTriedAt();
        if (!deliveries.takenSince(endpoint.id(), since)) {
            pause(endpoint, "It took nothing for three days.");
        }
    }

    private void pause(Endpoint endpoint, String why) {
        if (endpoints.pauseBecause(endpoint, why)) {
            log.warn("The webhook to {} was paused: {}", endpoint.host(), why);
        }
    }
}
