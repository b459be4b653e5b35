package io.cloudpbx.extensions;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A caller said this, and reached the extension that they meant.
 *
 * @param words folded, as names are compared
 * @param caller by whom different callers are told apart
 * @param asked whether they were asked whom they meant; otherwise it was understood already, and teaches nothing new
 */
public record AliasConfirmed(
        UUID extensionId, String words, UUID callId, PhoneNumber caller, Instant at, boolean asked) {}
