package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import java.time.Instant;

/** The states of a call: only forward, and nothing after a final one ({@code twilio.md} section 13). */
final class StatusChange {
    private StatusChange() {}

    /** @throws IllegalStateException when the call cannot come to this status */
    static Call apply(Call call, Status status, Instant now) {
        if (call.status().isFinal() || call.status().compareTo(status) >= 0) {
            throw new IllegalStateException(call.status() + " cannot become " + status);
        }
        Instant start = call.startTime();
        boolean startsNow = start == null && (status == Status.IN_PROGRESS || status.isFinal());
        return new Call(
                call.sid(),
                call.accountSid(),
                call.parentCallSid(),
                call.from(),
                call.to(),
                call.phoneNumberSid(),
                status,
                call.direction(),
                // A call that was never answered starts when it ends, so that its duration is 0.
                startsNow ? now : start,
                status.isFinal() ? now : null,
                call.dateCreated(),
                now,
                call.known());
    }
}
