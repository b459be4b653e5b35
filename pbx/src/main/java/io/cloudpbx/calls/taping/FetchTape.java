package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.taping.Tape.State;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.recordings.Fetched;
import io.cloudpbx.recordings.Fetching;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings the sound of a conversation home, unless it holds what nobody may keep. The key is the tape's. */
@Component
class FetchTape implements Job {
    static final String KIND = "calls.fetch-tape";

    private final TapeRows rows;
    private final TurnRows turns;
    private final Tapes tapes;
    private final TapedCalls calls;
    private final Fetching fetching;

    FetchTape(TapeRows rows, TurnRows turns, Tapes tapes, TapedCalls calls, Fetching fetching) {
        this.rows = rows;
        this.turns = turns;
        this.tapes = tapes;
        this.calls = calls;
        this.fetching = fetching;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return rows.find(UUID.fromString(key))
                .filter(tape -> tape.state() == State.FETCHING)
                .map(tape -> fetch(tape, attempt))
                .orElseGet(Outcome.Done::new);
    }

    /** A recording of people that nobody took is of a phone that rang. */
    private Optional<State> unwanted(Tape tape) {
        return switch (tape.kind()) {
            case RECEPTIONIST -> Unkept.isIn(turns.of(tape.callId())) ? Optional.of(State.WITHHELD) : Optional.empty();
            case PEOPLE, DIALED -> calls.wasTaken(tape) ? Optional.empty() : Optional.of(State.NOTHING);
        };
    }

    private Outcome fetch(Tape tape, int attempt) {
        var unwanted = unwanted(tape);
        if (unwanted.isPresent()) {
            tapes.notKept(tape, unwanted.get());
            return new Outcome.Done();
        }
        var wanted = new Fetching.Wanted(
                Objects.requireNonNull(tape.recording()), tape.blobKey(), Objects.requireNonNull(tape.completeAt()));
        return switch (fetching.bringHome(wanted, attempt)) {
            case Fetched.Stored(var sound) -> {
                tapes.stored(tape, sound);
                yield new Outcome.Done();
            }
            case Fetched.Silent silent -> {
                tapes.notKept(tape, State.NOTHING);
                yield new Outcome.Done();
            }
            case Fetched.NotYet(var in) -> new Outcome.Again(in);
            case Fetched.Lost(var why) -> {
                tapes.notKept(tape, State.LOST);
                yield new Outcome.GaveUp(why);
            }
        };
    }
}
