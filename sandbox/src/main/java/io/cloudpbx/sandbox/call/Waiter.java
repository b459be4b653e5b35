package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.CallQueue;
import io.cloudpbx.sandbox.twiml.Callback;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call in a queue, until it is taken out. */
final class Waiter {
    private final Leg leg;
    private final CallQueue queue;
    private final Instant since;
    private volatile @Nullable Junction junction;

    Waiter(Leg leg, CallQueue queue, Instant since) {
        this.leg = leg;
        this.queue = queue;
        this.since = since;
    }

    Leg leg() {
        return leg;
    }

    CallQueue queue() {
        return queue;
    }

    Instant since() {
        return since;
    }

    Duration waited(Instant now) {
        return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    }

    /** Somebody has dialled the queue, and this one was first. */
    void calledBy(Leg agent, @Nullable Callback whisper) {
        junction = new Junction(agent, leg, whisper);
        leg.conversation().timeline().send(() -> {});
    }

    /** Where he meets who has dialled the queue; null while nobody has. */
    @Nullable
    Junction junction() {
        return junction;
    }

    boolean isCalled() {
        return junction != null;
    }
}
