package io.cloudpbx.calls.routing;

import io.cloudpbx.calls.flow.Ending;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would do to calls that were.
 *
 * @param calls how many were tried, the newest
 * @param all whether those were all of them
 * @param others those that would end elsewhere, newest first
 */
public record Rehearsed(int calls, boolean all, List<Other> others) {

    /** A call as it was. @param keys that the caller pressed, one after the other */
    public record PastCall(
            UUID id, @Nullable PhoneNumber from, @Nullable PhoneNumber to, Instant at, List<String> keys) {}

    /**
     * A call that would end elsewhere, had nobody answered.
     *
     * @param ends by the plan that leads calls now
     * @param wouldEnd by the draft
     */
    public record Other(PastCall call, Ending ends, Ending wouldEnd) {}
}
