package io.cloudpbx.dialing;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A call that somebody here began was placed, moved on or ended; published in the transaction of the change.
 *
 * @param since when it began
 * @param talked how long the two were connected; nothing while it lasts
 */
public record DialedCallChanged(UUID callId, PhoneNumber to, Instant since, Duration talked) {}
