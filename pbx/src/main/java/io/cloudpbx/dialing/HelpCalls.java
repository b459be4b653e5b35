package io.cloudpbx.dialing;

import io.cloudpbx.dialing.store.HelpCallRows;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Calls for help that stand in the database, for others of the house. */
@Service
public class HelpCalls {
    private final HelpCallRows rows;

    HelpCalls(HelpCallRows rows) {
        this.rows = rows;
    }

    /** Those of which everybody here is to know, newest first. */
    public List<HelpCalled> since(Instant then) {
        return rows.since(then).stream()
                .filter(call -> call.number().tellsStaff())
                .toList();
    }
}
