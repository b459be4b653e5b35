package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierRecordings;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes sure that a recording has ended which a document has ended: carriers that know no {@code <Stop>} for recordings pass over it. One
 * of which nothing was told yet is ended when it is. The key is the tape's.
 */
@Component
class StopTape implements Job {
    static final String KIND = "calls.stop-tape";

    private final TapeRows rows;
    private final CarrierRecordings carrier;
    private final TapedCalls calls;

    StopTape(TapeRows rows, CarrierRecordings carrier, TapedCalls calls) {
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
                .flatMap(tape -> Optional.ofNullable(tape.recording()).map(recording -> stop(tape, recording, attempt)))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome stop(Tape tape, CarrierId recording, int attempt) {
        try {
            carrier.stop(tape.call(), recording);
            return new Outcome.Done();
        } catch (CarrierFailure failure) {
            return calls.isOver(tape)
                    ? new Outcome.Done()
                    : new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }
}
