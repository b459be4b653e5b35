package io.cloudpbx.messaging.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a yes rests on, for whoever has to prove it later (C24).
 *
 * @param lookedAt when it was looked: at opt-outs, consents, hours and all else
 * @param consent its id in the ledger; null where none was needed
 * @param hours null where no hour limits it
 */
public record Grounds(
        Instant lookedAt,
        @Nullable String consent,
        @Nullable Hours hours) {
    /**
     * Hours that were open.
     *
     * @param rules whose they are, such as Florida
     * @param zones by the clocks of all in which the recipient may be
     * @param stated whether they told us where they are; otherwise it was concluded from the area code
     * @param until when the first of them closes; null where none does
     */
    public record Hours(
            List<String> rules,
            List<String> zones,
            boolean stated,
            @Nullable Instant until) {
        public Hours {
            rules = List.copyOf(rules);
            zones = List.copyOf(zones);
        }
    }
}
