package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Hands each text over at its time, all of them beside each other. What was written down is asked for once, or never (R8). */
@Component
class Handover {
    private static final Duration NEXT_TRY = Duration.ofSeconds(2);

    private final BulkCarrier carrier;
    private final StopList stopList;
    private final Outcomes outcomes;
    private final Machine machine;
    private final Pace pace;
    private final Spacing spacing = new Spacing();

    Handover(BulkCarrier carrier, StopList stopList, Outcomes outcomes, Machine machine, Pace pace) {
        this.carrier = carrier;
        this.stopList = stopList;
        this.outcomes = outcomes;
        this.machine = machine;
        this.pace = pace;
    }

    /** @param slot when it may leave, on the machine's clock, in nanoseconds */
    void hand(Leaving leaving, BulkText text, @Nullable Instant until, long slot) {
        machine.at(slot, () -> {
            long now = machine.nanoTime();
            long free = spacing.take(text.from(), now, (long) (pace.seconds(text.from(), leaving.segments()) * 1e9));
            if (free > now) {
                machine.at(free, () -> ask(leaving, text, until, slot));
            } else {
                ask(leaving, text, until, slot);
            }
        });
    }

    private void ask(Leaving leaving, BulkText text, @Nullable Instant until, long slot) {
        outcomes.add(leaving, aftermath(leaving, text, until, slot));
    }

    private Aftermath aftermath(Leaving leaving, BulkText text, @Nullable Instant until, long slot) {
        try {
            // Whoever has said STOP in this very second gets nothing either (C3).
            if (stopList.has(text.to())) {
                return new Aftermath.OptedOut();
            }
        } catch (DataAccessException unreadable) {
            // As while the database is away: the carrier was certainly not asked, so this is no doubt.
            return new Aftermath.NotSent(NEXT_TRY, false, "It was not sent, as the database did not answer.");
        }
        Handed handed = carrier.hand(text, "/sms/campaigns/" + leaving.token(), until, slot);
        return Aftermath.of(handed, leaving.delivery().attempts() + 1);
    }
}
