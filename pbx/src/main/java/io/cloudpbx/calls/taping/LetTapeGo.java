package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.calls.taping.Tape.State;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierMemory;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Has the carrier delete its copy: of what is stored here only while that is still sound (R19), of anything else in any case. The key is
 * the tape's.
 */
@Component
class LetTapeGo implements Job {
    static final String KIND = "calls.let-tape-go";

    /** What is not complete there cannot be deleted yet (20009). */
    private static final Duration WHILE_REFUSED = Duration.ofHours(1);

    private final TapeRows rows;
    private final CarrierMemory carrier;
    private final BlobStore blobs;
    private final Clock clock;

    LetTapeGo(TapeRows rows, CarrierMemory carrier, BlobStore blobs, Clock clock) {
        this.rows = rows;
        this.carrier = carrier;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return rows.atCarrier(UUID.fromString(key))
                .map(tape -> letGo(tape, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome letGo(Tape tape, int attempt) {
        if (tape.state() == State.STORED && !isSound(tape)) {
            return new Outcome.GaveUp(
                    "The stored sound of tape " + tape.id() + " has changed: the carrier keeps its copy");
        }
        return Optional.ofNullable(tape.recording())
                .map(recording -> delete(tape, recording, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private boolean isSound(Tape tape) {
        String wanted = Optional.ofNullable(tape.sound()).map(Sound::sha256).orElse("");
        return blobs.find(tape.blobKey())
                .filter(blob -> blob.sha256().equals(wanted))
                .isPresent();
    }

    private Outcome delete(Tape tape, CarrierId recording, int attempt) {
        try {
            carrier.deleteRecording(recording);
            rows.leftCarrier(tape.id(), clock.instant());
            return new Outcome.Done();
        } catch (CarrierFailure failure) {
            return new Outcome.Again(
                    failure.kind() == Kind.REFUSED
                            ? WHILE_REFUSED
                            : BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }
}
