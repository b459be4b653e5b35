package io.cloudpbx.dialing;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A call that somebody here began was placed, moved on or ended; published in the transaction of the change.
 *
 * @param since when it began
 * @param reached whether the two talk, or did
 */
public record DialedCallChanged(UUID callId, PhoneNumber to, Instant since, boolean reached) {}
