package io.cloudpbx.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number that an account bought, with what happens when it is called or texted.
 *
 * @param callerIdLookup whether callers' names are looked up; null, as in journals from before that was kept: they are not
 */
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
        Instant dateUpdated,
        @Nullable Boolean callerIdLookup) {

    /** A number whose callers' names are not looked up. */
    public IncomingNumber(
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
        this(
                sid,
                accountSid,
                phoneNumber,
                friendlyName,
                voice,
                sms,
                statusCallback,
                statusCallbackMethod,
                dateCreated,
                dateUpdated,
                null);
    }

    public boolean looksUpCallers() {
        return Boolean.TRUE.equals(callerIdLookup);
    }

    /** A webhook with its fallback, as configured on the number. */
    public record Hook(
            @Nullable String url, String method, @Nullable String fallbackUrl, String fallbackMethod) {}
}
