package io.cloudpbx.dialing;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that somebody here began was placed, moved on or ended; published in the transaction of the change.
 *
 * @param to null when they are forgotten
 * @param since when it began
 * @param reached whether the two talk, or did
 */
public record DialedCallChanged(UUID callId, @Nullable PhoneNumber to, Instant since, boolean reached) {}
