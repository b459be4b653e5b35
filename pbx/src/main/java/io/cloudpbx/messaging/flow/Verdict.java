package io.cloudpbx.messaging.flow;

import java.time.Instant;
import java.util.List;

/** What the gate says of a text, with every check that was made. */
public sealed interface Verdict {
    List<Check> checks();

    record Send(List<Check> checks) implements Verdict {
        public Send {
            checks = List.copyOf(checks);
        }
    }

    /**
     * Waiting helps, and nothing but waiting is needed as far as is known now; the gate is asked again then.
     *
     * @param until the first instant at which every window is open (C14)
     */
    record Later(Instant until, Check because, List<Check> checks) implements Verdict {
        public Later {
            checks = List.copyOf(checks);
        }
    }

    /** @param because the first check that failed */
    record Refuse(Check because, List<Check> checks) implements Verdict {
        public Refuse {
            checks = List.copyOf(checks);
        }
    }
}
