package io.cloudpbx.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credentials beside an account's own, to be given to one program and taken back from it alone.
 *
 * @param secretHash what {@link ApiKeys} knows its secret by; the secret itself is not kept
 */
public record ApiKey(
        String sid,
        String accountSid,
        @Nullable String friendlyName,
        String secretHash,
        Instant dateCreated,
        Instant dateUpdated) {

    public ApiKey named(String name, Instant now) {
        return new ApiKey(sid, accountSid, name, secretHash, dateCreated, now);
    }
}
