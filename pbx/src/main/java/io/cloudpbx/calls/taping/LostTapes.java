package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.carrier.CallRecording;
import io.cloudpbx.carrier.CarrierRecordings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the carrier about recordings that should be over and of which it has told nothing (R6). */
@Component
public class LostTapes {
    /** For news that is on its way. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final TapeRows rows;
    private final Tapes tapes;
    private final CarrierRecordings carrier;
    private final Clock clock;

    LostTapes(TapeRows rows, Tapes tapes, CarrierRecordings carrier, Clock clock) {
        this.rows = rows;
        this.tapes = tapes;
        this.carrier = carrier;
        this.clock = clock;
    }

    public void sweep() {
        Instant before = clock.instant().minus(QUIET);
        rows.openSince(before).forEach(this::ask);
    }

    private void ask(Tape tape) {
        find(tape, carrier.of(tape.call()))
                .ifPresentOrElse(recording -> take(tape, recording), () -> tapes.nothing(tape.id()));
    }

    /** By its name or, where not even that was told, as the first that is nobody else's. */
    private Optional<CallRecording> find(Tape tape, List<CallRecording> listed) {
        return tape.recording() == null
                ? unnamed(tape, listed)
                : listed.stream()
                        .filter(recording -> recording.id().equals(tape.recording()))
                        .findFirst();
    }

    /** What began after the call's next part was asked for is that part's: of a talk with people, and not with the receptionist. */
    private Optional<CallRecording> unnamed(Tape tape, List<CallRecording> listed) {
        Instant next = rows.of(tape.callId()).stream()
                .dropWhile(part -> !part.id().equals(tape.id()))
                .skip(1)
                .findFirst()
                // The carrier tells whole seconds.
                .map(part -> part.wantedAt().truncatedTo(ChronoUnit.SECONDS))
                .orElse(Instant.MAX);
        return listed.stream()
                .filter(recording -> !rows.knows(recording.id()))
                .filter(recording -> recording.startedAt().isBefore(next))
                .findFirst();
    }

    private void take(Tape tape, CallRecording recording) {
        switch (recording.state()) {
            case COMPLETE -> tapes.complete(tape.id(), recording.id(), recording.startedAt());
            case NOTHING -> tapes.nothing(tape.id());
            case RUNNING -> tapes.began(tape.id(), recording.id(), recording.startedAt());
        }
    }
}
