package io.cloudpbx.missedcalls;

import io.cloudpbx.calls.CallView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to call back, as the API shows it; the calls are only there when one item was asked for.
 *
 * @param from null when the number was withheld
 * @param name the contact's, or the number
 * @param wantsCallBack whether they asked to be called back
 * @param state {@code open} or {@code done}
 * @param done null while it is open
 * @param last the newest of the calls
 */
public record MissedCallView(
        UUID id,
        @Nullable String from,
        String fromDisplay,
        String name,
        @Nullable UUID contactId,
        int misses,
        Instant firstAt,
        Instant lastAt,
        boolean wantsCallBack,
        String state,
        @Nullable Person owner,
        @Nullable Done done,
        CallView last,
        @Nullable List<CallView> calls,
        long version) {

    public record Person(UUID id, String name) {}

    /**
     * @param how {@code marked}, {@code texted}, {@code called}, {@code reached} or {@code message_left}
     * @param by null when it was done by what happened
     */
    public record Done(Instant at, String how, @Nullable Person by) {}
}
