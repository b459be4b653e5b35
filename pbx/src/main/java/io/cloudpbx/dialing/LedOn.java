package io.cloudpbx.dialing;

import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.TakenOverViews;
import io.cloudpbx.dialing.store.DialedCallRows;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices what becomes of calls that were handed over, in the transaction in which it does. */
@Component
class LedOn {
    private final DialedCallRows rows;
    private final TakenOverViews taken;
    private final Progress progress;

    LedOn(DialedCallRows rows, TakenOverViews taken, Progress progress) {
        this.rows = rows;
        this.taken = taken;
        this.progress = progress;
    }

    @EventListener
    void on(CallChanged change) {
        if (!change.cameIn()) {
            rows.find(change.callId())
                    .filter(DialedCall::isLive)
                    .flatMap(call -> taken.of(call.id()))
                    .ifPresent(now -> progress.ledOn(change.callId(), now.live()));
        }
    }
}
