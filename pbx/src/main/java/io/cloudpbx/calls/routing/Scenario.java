package io.cloudpbx.calls.routing;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of which somebody has said where it must end, such as one on Christmas Eve at 17:05 in the mailbox of Sales.
 *
 * @param from null for a withheld number
 * @param keys that the caller presses, one after the other
 * @param ends the key of where it must end, see {@link io.cloudpbx.calls.flow.Ending}
 */
public record Scenario(
        UUID id, String name, @Nullable PhoneNumber from, PhoneNumber to, Instant at, List<String> keys, String ends) {
    public Scenario {
        keys = List.copyOf(keys);
    }
}
