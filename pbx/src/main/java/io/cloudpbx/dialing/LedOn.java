package io.cloudpbx.dialing;

import io.cloudpbx.calls.Call;
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
                    .flatMap(call -> taken.find(call.id()))
                    .ifPresent(now -> progress.ledOn(now.id(), now.isLive() ? null : why(now.outcome())));
        }
    }

    /** Whoever was called has talked with whoever called them, so that what is told is what came afterwards. */
    private static String why(Call.Outcome outcome) {
        return switch (outcome) {
            case VOICEMAIL -> "They were sent on, and left a message.";
            case MISSED, FAILED, ABANDONED -> "They were sent on, and reached nobody.";
            case ANSWERED, HANDLED, REJECTED, IN_PROGRESS -> "Somebody hung up.";
        };
    }
}
