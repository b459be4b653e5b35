package io.cloudpbx.dialing;

import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.dialing.flow.Look;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at the carrier for a call of which nobody knows whether it was placed (R9). It is never placed again. */
@Component
class Looking implements Job {
    static final String KIND = "dialing.look";

    private final DialedCallRows rows;
    private final Progress progress;
    private final CarrierDialing carrier;
    private final Clock clock;

    Looking(DialedCallRows rows, Progress progress, CarrierDialing carrier, Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.carrier = carrier;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        UUID id = UUID.fromString(key);
        var waiting = rows.find(id).filter(DialedCall::isLive).filter(call -> call.carrierId() == null);
        if (waiting.isEmpty()) {
            return new Outcome.Done();
        }
        return switch (look(waiting.get())) {
            case Look.Found(var carrierId) -> {
                progress.placed(id, carrierId);
                yield new Outcome.Done();
            }
            case Look.NotThere() -> {
                progress.notConfirmed(id);
                yield new Outcome.Done();
            }
            case Look.Again(var in) -> {
                rows.missed(id, clock.instant());
                yield new Outcome.Again(in);
            }
        };
    }

    private Look look(DialedCall call) {
        var unclaimed = carrier.placedBetween(call.from(), call.phone()).stream()
                .filter(placed -> !rows.isKnown(placed.id()))
                .toList();
        Instant missed = rows.missedAt(call.id()).orElse(null);
        return new Look.For(call.createdAt(), missed, rows.isAlone(call, Look.For.near()))
                .at(unclaimed, clock.instant());
    }
}
