package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.Calls;
import io.cloudpbx.calls.CallsElsewhere;
import io.cloudpbx.calls.store.TapeRows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the calls stand of which there are recordings, whoever keeps them. */
@Component
class TapedCalls {
    private final TapeRows rows;
    private final Calls calls;
    private final List<CallsElsewhere> elsewhere;

    TapedCalls(TapeRows rows, Calls calls, List<CallsElsewhere> elsewhere) {
        this.rows = rows;
        this.calls = calls;
        this.elsewhere = elsewhere;
    }

    boolean isOver(Tape tape) {
        return switch (tape.kind()) {
            case RECEPTIONIST, PEOPLE -> calls.isOver(tape.callId());
            case DIALED -> dialed(tape).filter(CallView::live).isEmpty();
        };
    }

    /** Whether people talked in it. */
    boolean wasTaken(Tape tape) {
        return switch (tape.kind()) {
            case RECEPTIONIST, PEOPLE -> rows.wasTaken(tape.callId());
            case DIALED ->
                dialed(tape).filter(call -> call.answeredAt() != null).isPresent();
        };
    }

    private Optional<CallView> dialed(Tape tape) {
        return elsewhere.stream()
                .flatMap(others -> others.findWithSteps(tape.callId()).stream())
                .findFirst();
    }
}
