package io.cloudpbx.messaging.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate says of a text, with every check that was made. */
public sealed interface Verdict {
    List<Check> checks();

    /**
     * @param until when it must have reached them, or not do so any more; null where no hour limits it (C15)
     * @param mostADay how many texts of campaigns they may have in 24 hours, this one included; {@link #UNLIMITED} where nothing says (C17)
     * @param grounds what it rests on (C24)
     */
    record Send(List<Check> checks, @Nullable Instant until, int mostADay, Grounds grounds) implements Verdict {
        public static final int UNLIMITED = Integer.MAX_VALUE;

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
