package io.cloudpbx.calls;

import io.cloudpbx.calls.store.CallLists;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierCall;
import io.cloudpbx.telephony.CallStatus;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Asks the carrier about live calls of which nothing was heard for a while: the news of their end may be lost (R6). */
@Service
class QuietCalls {
    /** A call that the carrier has forgotten is over as well. */
    private static final CarrierCall FORGOTTEN = new CarrierCall(CallStatus.COMPLETED, null, null);

    private final CallLists lists;
    private final CallRows rows;
    private final Calls calls;
    private final Carrier carrier;
    private final Clock clock;

    QuietCalls(CallLists lists, CallRows rows, Calls calls, Carrier carrier, Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.calls = calls;
        this.carrier = carrier;
        this.clock = clock;
    }

    void sweep(Duration quiet) {
        lists.quietSince(clock.instant().minus(quiet)).forEach(this::ask);
    }

    private void ask(Call call) {
        switch (carrier.call(call.carrierId()).orElse(FORGOTTEN).status()) {
            case CallStatus over when over.isOver() -> calls.ended(call.carrierId(), over);
            case null, default -> rows.heardOf(call.id(), clock.instant());
        }
    }
}
