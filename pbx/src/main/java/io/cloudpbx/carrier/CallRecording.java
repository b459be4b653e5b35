package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;

/** A recording that was begun beside a call's document. */
public record CallRecording(CarrierId id, Instant startedAt, State state) {
    /** Only what is complete can be downloaded. */
    public enum State {
        RUNNING,
        COMPLETE,
        /** Nothing was to be heard, or it has been deleted. */
        NOTHING
    }
}
