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

    /**
     * A text's time on the machine's clock, in nanoseconds.
     *
     * @param from when it may leave, and not before
     * @param since when its time began at the earliest: a node that slept since it asked for it is late, and does not use it
     */
    record Slot(long from, long since) {}

    void hand(Leaving leaving, BulkText text, @Nullable Instant until, Slot slot) {
        machine.at(slot.from(), () -> {
            long now = machine.nanoTime();
            long free = spacing.take(text.from(), now, (long) (pace.seconds(text.from(), leaving.segments()) * 1e9));
            if (free > now) {
                machine.at(free, () -> ask(leaving, text, until, slot.since()));
            } else {
                ask(leaving, text, until, slot.since());
            }
        });
    }

    private void ask(Leaving leaving, BulkText text, @Nullable Instant until, long since) {
        outcomes.add(leaving, aftermath(leaving, text, until, since));
    }

    private Aftermath aftermath(Leaving leaving, BulkText text, @Nullable Instant until, long since) {
        try {
            // Whoever has said STOP in this very second gets nothing either (C3).
            if (stopList.has(text.to())) {
                return new Aftermath.OptedOut();
            }
        } catch (DataAccessException unreadable) {
            // As while the database is away: the carrier was certainly not asked, so this is no doubt.
            return new Aftermath.NotSent(NEXT_TRY, false, "It was not sent, as the database did not answer.");
        }
        Handed handed = carrier.hand(text, "/sms/campaigns/" + leaving.token(), until, since);
        return Aftermath.of(handed, leaving.delivery().attempts() + 1);
    }
}
