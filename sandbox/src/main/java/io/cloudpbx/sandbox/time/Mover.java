package io.cloudpbx.sandbox.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that goes on by itself when its time comes: a call, a queue of texts. Moved by a clock that is stepped. */
public interface Mover {
    /** When it has something to do, also when that is past; null when it waits for nothing. */
    @Nullable
    Instant next();

    /** Does everything that is due at the present instant; returns when it waits again. */
    void proceed() throws InterruptedException;
}
