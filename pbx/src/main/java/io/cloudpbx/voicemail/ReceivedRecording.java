package io.cloudpbx.voicemail;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that the carrier has finished recording.
 *
 * @param extensionId whose mailbox; null for the business's own
 * @param from null when the caller is unknown or withheld
 */
public record ReceivedRecording(
        CarrierId recording,
        CarrierId call,
        @Nullable UUID extensionId,
        @Nullable PhoneNumber from) {}
