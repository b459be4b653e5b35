package io.cloudpbx.dialing;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.CallProblems;
import io.cloudpbx.calls.HandledElsewhere;
import io.cloudpbx.calls.TakenOver;
import io.cloudpbx.calls.TakenOver.Begun;
import io.cloudpbx.calls.TakenOver.Where;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.Called;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.CarrierId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What is done with calls that somebody here began, while they last. */
@Service
class InHand implements HandledElsewhere {
    private final DialedCallRows rows;
    private final CalledRows phones;
    private final HoldCalled hold;
    private final TakenOver taken;
    private final Carrier carrier;
    private final AuditLog audit;

    InHand(DialedCallRows rows, CalledRows phones, HoldCalled hold, TakenOver taken, Carrier carrier, AuditLog audit) {
        this.rows = rows;
        this.phones = phones;
        this.hold = hold;
        this.taken = taken;
        this.carrier = carrier;
        this.audit = audit;
    }

    /** One that was handed over is kept here no longer. */
    private Optional<DialedCall> kept(UUID id) {
        return rows.find(id).filter(call -> !taken.has(id));
    }

    @Override
    public boolean keeps(UUID id) {
        return kept(id).isPresent();
    }

    @Override
    public boolean hold(UUID id, boolean hold, SignedIn who, String address) {
        if (kept(id).isEmpty()) {
            return false;
        }
        this.hold.act(id, hold, who, address);
        return true;
    }

    /** Their own phone has the document of the call, so that the other side is gone with it, or let go when that is told. */
    @Override
    public boolean hangUp(UUID id, SignedIn who, String address) {
        var call = kept(id);
        if (call.isEmpty()) {
            return false;
        }
        CarrierId own = call.filter(DialedCall::isLive)
                .map(live -> Optional.ofNullable(live.carrierId()).orElseThrow(InHand::notThereYet))
                .orElseThrow(CallProblems::over);
        try {
            carrier.hangUp(own);
        } catch (CarrierFailure failure) {
            throw CallProblems.of(failure);
        }
        audit.record(who, address, "call_hung_up", id.toString(), "");
        return true;
    }

    private static Problem notThereYet() {
        return Problem.conflict(
                "call_not_with_us", "The carrier has not said yet that it has this call. Try again in a moment.");
    }

    /** @throws Problem {@code call_over} or {@code call_not_with_us} */
    @Override
    public void handOver(UUID id) {
        rows.lock(id).ifPresent(call -> {
            if (!call.isLive()) {
                throw CallProblems.over();
            }
            Called called = phones.of(id)
                    .filter(phone -> call.state() == State.TALKING)
                    .orElseThrow(() -> Problem.conflict(
                            "call_not_with_us", "Only with somebody who has answered can that be done."));
            if (called.gone()) {
                throw CallProblems.over();
            }
            taken.take(new Begun(
                    id,
                    called.phone(),
                    call.to(),
                    call.from(),
                    Objects.requireNonNull(call.carrierId()),
                    call.extensionId(),
                    where(called)));
        });
    }

    private static Where where(Called called) {
        if (!called.parted()) {
            return Where.JOINED_BY_DOCUMENT;
        }
        return called.waits() ? Where.ON_HOLD : Where.IN_CONFERENCE;
    }
}
