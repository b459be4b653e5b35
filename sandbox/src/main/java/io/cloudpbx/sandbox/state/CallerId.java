package io.cloudpbx.sandbox.state;

import java.time.Instant;

/** A number of somebody else's that an account may show when it calls, because its owner has agreed. */
public record CallerId(
        String sid,
        String accountSid,
        String phoneNumber,
        String friendlyName,
        Instant dateCreated,
        Instant dateUpdated) {

    public CallerId named(String name, Instant now) {
        return new CallerId(sid, accountSid, phoneNumber, name, dateCreated, now);
    }
}
