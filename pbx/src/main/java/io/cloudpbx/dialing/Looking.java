package io.cloudpbx.dialing;

import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.carrier.PlacedCall;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at the carrier for a call of which nobody knows whether it was placed (R8). It is never placed again. */
@Component
class Looking implements Job {
    static final String KIND = "dialing.look";

    private static final Duration APART = Duration.ofSeconds(30);
    /** Clocks differ, and the carrier's list is in whole seconds. */
    private static final Duration BEFORE = Duration.ofSeconds(5);

    private static final int MOST_LOOKS = 4;

    private final DialedCallRows rows;
    private final Progress progress;
    private final CarrierDialing carrier;

    Looking(DialedCallRows rows, Progress progress, CarrierDialing carrier) {
        this.rows = rows;
        this.progress = progress;
        this.carrier = carrier;
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
        var found = find(waiting.get());
        if (found.isPresent()) {
            progress.placed(id, found.get().id());
            return new Outcome.Done();
        }
        if (attempt + 1 < MOST_LOOKS) {
            return new Outcome.Again(APART);
        }
        progress.notConfirmed(id);
        return new Outcome.Done();
    }

    /** The oldest that nobody else of us placed. */
    private Optional<PlacedCall> find(DialedCall call) {
        return carrier.placedBetween(call.from(), call.phone()).stream()
                .filter(placed -> placed.createdAt() != null
                        && placed.createdAt().isAfter(call.createdAt().minus(BEFORE)))
                .filter(placed -> !rows.isKnown(placed.id()))
                .min(Comparator.comparing(placed -> Objects.requireNonNull(placed.createdAt())));
    }
}
