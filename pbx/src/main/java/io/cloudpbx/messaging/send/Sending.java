package io.cloudpbx.messaging.send;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.messaging.Outbox;
import io.cloudpbx.messaging.send.SendStep.Claimed;
import io.cloudpbx.messaging.send.SendStep.Nothing;
import io.cloudpbx.messaging.send.SendStep.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends one text: claims it, asks the carrier once, and writes down what came of it. */
@Component
class Sending implements Job {
    private final SendStep step;
    private final Dispatch dispatch;
    private final Settlement settlement;
    private final Clock clock;

    Sending(SendStep step, Dispatch dispatch, Settlement settlement, Clock clock) {
        this.step = step;
        this.dispatch = dispatch;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Outbox.SENDING;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return switch (step.claim(UUID.fromString(key))) {
            case Nothing nothing -> new Outcome.Done();
            case Waiting(var until) -> new Outcome.Again(atLeastNothing(Duration.between(clock.instant(), until)));
            case Claimed claimed -> settlement.settle(claimed, dispatch.send(claimed), attempt);
        };
    }

    private static Duration atLeastNothing(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
