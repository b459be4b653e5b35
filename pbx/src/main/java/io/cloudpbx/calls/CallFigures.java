package io.cloudpbx.calls;

import io.cloudpbx.calls.store.CallFigureRows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How calls ended, whom they were for and how long callers waited. A call counts when it came in. */
@Component
public class CallFigures {
    public static final String SUBJECT = "calls";

    private final CallFigureRows rows;

    CallFigures(CallFigureRows rows) {
        this.rows = rows;
    }

    /** Where its figures stand. */
    public Optional<Instant> since(UUID call) {
        return rows.startOf(call);
    }
}
