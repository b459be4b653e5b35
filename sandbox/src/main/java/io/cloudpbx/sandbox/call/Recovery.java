package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.Recording;
import java.time.Instant;
import java.util.List;

/**
 * Brings to an end what the carrier's own end cut short: nothing is left ringing or talking for ever. What that is, is
 * seen before the first new call; it is told to customers when they can come and fetch recordings.
 */
final class Recovery {
    private final Equipment equipment;
    private final List<Call> calls;
    private final List<Recording> recordings;

    Recovery(Equipment equipment) {
        this.equipment = equipment;
        this.calls = equipment.state().calls().stream()
                .filter(call -> !call.status().isFinal())
                .toList();
        this.recordings = equipment.state().recordings();
    }

    void endWhatWasCutShort() {
        Instant now = equipment.clock().instant();
        calls.forEach(call -> end(call, now));
        recordings.forEach(recording -> finish(recording, now));
    }

    private void end(Call call, Instant now) {
        Status status = call.status() == Status.IN_PROGRESS ? Status.COMPLETED : Status.FAILED;
        Call ended = StatusChange.apply(call, status, now);
        equipment.state().save(ended);
        equipment.notices().statusChanged(ended);
    }

    /** Sound that was stored is kept; what was still being recorded is lost. */
    private void finish(Recording recording, Instant now) {
        switch (recording.status()) {
            case PROCESSING -> equipment.recordings().complete(recording, now);
            case IN_PROGRESS, PAUSED, STOPPED ->
                equipment.recordings().absent(recording.became(Recording.Status.ABSENT, now));
            case COMPLETED, ABSENT, DELETED -> {}
        }
    }
}
