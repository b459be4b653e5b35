package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaigns;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.DeliveryRows;
import io.cloudpbx.campaigns.store.PaceRows;
import io.cloudpbx.jobs.Loops;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Goes round all running campaigns, a few times a second, and takes for each number that may send now just what it may send until
 * the next round. No more is ever claimed than is about to leave, so that pausing, a STOP or a crash finds little on its way.
 */
@Component
class Departures {
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMillis(500);
    /** A little longer than a round, so that no number waits for the next one. */
    private static final Duration AHEAD = Duration.ofMillis(250);

    private final CampaignRows campaigns;
    private final DeliveryRows deliveries;
    private final PaceRows paces;
    private final Campaigns lifecycle;
    private final Departure departure;
    private final Pace pace;
    private final Loops loops;
    private final Clock clock;

    Departures(
            CampaignRows campaigns,
            DeliveryRows deliveries,
            PaceRows paces,
            Campaigns lifecycle,
            Departure departure,
            Pace pace,
            Loops loops,
            Clock clock) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.paces = paces;
        this.lifecycle = lifecycle;
        this.departure = departure;
        this.pace = pace;
        this.loops = loops;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        loops.run("campaigns", this::goRound);
    }

    private void goRound() {
        while (!Thread.currentThread().isInterrupted()) {
            lifecycle.beginDue();
            List<Campaign> running = campaigns.running();
            running.forEach(this::send);
            LockSupport.parkNanos((running.isEmpty() ? IDLE : ROUND).toNanos());
        }
    }

    private void send(Campaign campaign) {
        List<PhoneNumber> free = paces.freeWithin(campaign.senders(), AHEAD);
        if (free.isEmpty()) {
            return;
        }
        List<PhoneNumber> senders = turns(free);
        List<Delivery> claimed = deliveries.claim(campaign.id(), senders.size(), clock.instant());
        if (claimed.isEmpty()) {
            lifecycle.endIfOver(campaign.id());
        } else {
            departure.of(campaign, claimed, senders);
        }
    }

    /** Each number as often as it may send until the next round, one after the other. */
    private List<PhoneNumber> turns(List<PhoneNumber> free) {
        List<PhoneNumber> turns = new ArrayList<>();
        boolean more = true;
        for (int turn = 0; more; turn++) {
            more = false;
            for (PhoneNumber number : free) {
                if (turn < Math.max(1, pace.of(number) * AHEAD.toMillis() / 1000)) {
                    turns.add(number);
                    more = true;
                }
            }
        }
        return turns;
    }
}
