package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.Calls;
import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierRecordings;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes sure that a recording has ended which a document has ended: carriers that know no {@code <Stop>} for recordings pass over it. The
 * key is the tape's.
 */
@Component
class StopTape implements Job {
    static final String KIND = "calls.stop-tape";

    /** For news of a recording that has just begun. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(1);

    private final TapeRows rows;
    private final CarrierRecordings carrier;
    private final Calls calls;

    StopTape(TapeRows rows, CarrierRecordings carrier, Calls calls) {
        this.rows = rows;
        this.carrier = carrier;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return rows.find(UUID.fromString(key))
                .filter(Tape::isOpen)
                .map(tape -> stop(tape, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome stop(Tape tape, int attempt) {
        var recording = tape.recording();
        if (recording == null) {
            return calls.isOver(tape.callId()) ? new Outcome.Done() : new Outcome.Again(UNTIL_KNOWN);
        }
        try {
            carrier.stop(tape.call(), recording);
            return new Outcome.Done();
        } catch (CarrierFailure failure) {
            return calls.isOver(tape.callId())
                    ? new Outcome.Done()
                    : new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }
}
