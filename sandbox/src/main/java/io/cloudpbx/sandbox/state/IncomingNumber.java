package io.cloudpbx.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number that an account bought, with what happens when it is called or texted. */
public record IncomingNumber(
        String sid,
        String accountSid,
        String phoneNumber,
        String friendlyName,
        Hook voice,
        Hook sms,
        @Nullable String statusCallback,
        String statusCallbackMethod,
        Instant dateCreated,
        Instant dateUpdated) {

    /** A webhook with its fallback, as configured on the number. */
    public record Hook(
            @Nullable String url, String method, @Nullable String fallbackUrl, String fallbackMethod) {}
}
