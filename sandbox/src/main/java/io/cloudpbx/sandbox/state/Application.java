package io.cloudpbx.sandbox.state;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * URLs under one name, to which numbers, calls and texts refer ({@code twilio.md} sections 2.1 and 12).
 *
 * @param statusCallback told how calls of the application went
 * @param messageStatusCallback told what becomes of texts that were sent with the application's SID
 * @param publicConnect whether other accounts may dial it; shown, and never acted on
 */
public record Application(
        String sid,
        String accountSid,
        @Nullable String friendlyName,
        Hook voice,
        Hook sms,
        @Nullable String statusCallback,
        String statusCallbackMethod,
        @Nullable String messageStatusCallback,
        boolean publicConnect,
        Instant dateCreated,
        Instant dateUpdated) {}
