package io.cloudpbx.calls.taping;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.CallProblems;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.TheirCalls;
import io.cloudpbx.problems.Problem;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What whoever talks wants nobody to keep, such as a card number (C32). The carrier is told as often as it takes to end the recording. */
@Service
public class Unrecording {
    private final CallViews calls;
    private final TheirCalls theirs;
    private final Tapes tapes;
    private final AuditLog audit;

    Unrecording(CallViews calls, TheirCalls theirs, Tapes tapes, AuditLog audit) {
        this.calls = calls;
        this.theirs = theirs;
        this.tapes = tapes;
        this.audit = audit;
    }

    /** @throws Problem {@code call_not_found}, {@code call_over}, {@code not_your_call} or {@code not_recorded} */
    public void stop(UUID id, SignedIn who, String address) {
        CallView call = calls.findWithSteps(id.toString()).orElseThrow(CallProblems::notFound);
        if (!call.live()) {
            throw CallProblems.over();
        }
        theirs.require(call.extension() == null ? null : call.extension().id(), who);
        if (!tapes.stop(id)) {
            throw Problem.conflict("not_recorded", "This call is not being recorded.");
        }
        audit.record(who, address, "call_recording_stopped", id.toString(), "");
    }
}
