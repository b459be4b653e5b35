package io.cloudpbx.calls;

import java.util.UUID;

/**
 * Something happened in a call; published in the transaction in which it did.
 *
 * @param led whether nothing happened but that the caller was led on: nobody has taken the call by it, and it has not ended
 * @param cameIn whether it is known for one that came in, and was not begun here
 */
public record CallChanged(UUID callId, boolean led, boolean cameIn) {
    public CallChanged(UUID callId) {
        this(callId, false, false);
    }
}
