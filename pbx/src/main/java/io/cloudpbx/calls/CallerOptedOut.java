package io.cloudpbx.calls;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller wants no more calls or texts; told in the transaction in which it is written down.
 *
 * @param from null when the caller is withheld
 * @param quote their own words
 */
public record CallerOptedOut(UUID callId, @Nullable PhoneNumber from, String quote) {}
