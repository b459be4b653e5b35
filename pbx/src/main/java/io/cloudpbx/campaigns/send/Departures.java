package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Goes round all running campaigns, a few times a second, and takes for each number that may send now just what it may send until
 * the next round. No more is ever written down than is about to leave, so that pausing, a STOP or a crash finds little on its way.
 */
@Component
class Departures {
    /** From the beginning of one round to that of the next, however long it takes: so none is longer than looked ahead. */
    private static final Duration ROUND = Duration.ofMillis(200);

    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofMillis(500);
    /** A little longer than a round, so that no number waits for the next one. */
    private static final Duration AHEAD = Duration.ofMillis(250);
    /** Who sleeps is looked at and put off, so many at a time at most and so often in a round, to find somebody who does not. */
    private static final int MOST_LOOKED_AT = 500;

    private static final int LOOKS = 8;

    private final CampaignLedger campaigns;
    private final DeliveryLedger deliveries;
    private final PaceLedger paces;
    private final Course course;
    private final Departure departure;
    private final Handover handover;
    private final Machine machine;
    private final Pace pace;
    private final Clock clock;

    Departures(
            CampaignLedger campaigns,
            DeliveryLedger deliveries,
            PaceLedger paces,
            Course course,
            Departure departure,
            Handover handover,
            Machine machine,
            Pace pace,
            Clock clock) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.paces = paces;
        this.course = course;
        this.departure = departure;
        this.handover = handover;
        this.machine = machine;
        this.pace = pace;
        this.clock = clock;
    }

    /** Goes round once. @return how long to rest before the next */
    Duration round() {
        long began = machine.nanoTime();
        course.beginDue();
        List<Campaign> running = campaigns.running();
        if (running.isEmpty()) {
            return IDLE;
        }
        running.forEach(this::send);
        Duration rest = ROUND.minusNanos(machine.nanoTime() - began);
        return rest.compareTo(SHORTEST_REST) > 0 ? rest : SHORTEST_REST;
    }

    private void send(Campaign campaign) {
        List<PhoneNumber> inTime = campaign.senders().stream()
                .filter(number -> !handover.isBehind(number))
                .toList();
        List<PhoneNumber> free = paces.freeWithin(inTime, AHEAD);
        if (free.isEmpty()) {
            return;
        }
        List<PhoneNumber> turns = turns(free);
        int most = turns.size();
        for (int look = 0; look < LOOKS; look++) {
            List<Delivery> claimed = deliveries.claim(campaign.id(), most, clock.instant());
            if (claimed.isEmpty()) {
                course.endIfOver(campaign.id());
                return;
            }
            if (departure.of(campaign, claimed, turns)) {
                return;
            }
            most = Math.min(4 * most, MOST_LOOKED_AT);
        }
    }

    /** Each number as often as it may send until the next round, one after the other. */
    private List<PhoneNumber> turns(List<PhoneNumber> free) {
        List<Double> most = free.stream()
                .map(number -> Math.max(1, pace.of(number) * AHEAD.toMillis() / 1000))
                .toList();
        List<PhoneNumber> turns = new ArrayList<>();
        boolean more = true;
        for (int turn = 0; more; turn++) {
            more = false;
            for (int place = 0; place < free.size(); place++) {
                if (turn < most.get(place)) {
                    turns.add(free.get(place));
                    more = true;
                }
            }
        }
        return turns;
    }
}
