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
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/**
 * Goes round all running campaigns, a few times a second, and claims for each number what it may send soon. Nothing of that is
 * written down before it is about to leave, so that pausing, a STOP or a crash finds little on its way.
 */
@Component
class Departures {
    /** From the beginning of one round to that of the next, however long it takes. */
    private static final Duration ROUND = Duration.ofMillis(200);

    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofMillis(500);
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
    private int rounds;

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
        if (machine.isStopping()) {
            return IDLE;
        }
        long began = machine.nanoTime();
        course.beginDue();
        List<Campaign> running = campaigns.running();
        if (running.isEmpty()) {
            return IDLE;
        }
        inTurn(running).forEach(this::send);
        Duration rest = ROUND.minusNanos(machine.nanoTime() - began);
        return rest.compareTo(SHORTEST_REST) > 0 ? rest : SHORTEST_REST;
    }

    /** Each goes first in its turn, or the time of numbers that several share would all be the first one's. */
    private List<Campaign> inTurn(List<Campaign> running) {
        List<Campaign> inTurn = new ArrayList<>(running);
        Collections.rotate(inTurn, rounds++);
        return inTurn;
    }

    private void send(Campaign campaign) {
        List<PhoneNumber> inTime = campaign.senders().stream()
                .filter(number -> !handover.isBehind(number))
                .toList();
        var ahead = new Ahead(departure.lead());
        List<PhoneNumber> turns = ahead.turns(paces.freeWithin(inTime, ahead.within()), pace);
        if (turns.isEmpty()) {
            haltIfNoNumberIsLeft(campaign);
            return;
        }
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

    /** While one of them is only waited for, the others' faults are nobody's hurry. */
    private void haltIfNoNumberIsLeft(Campaign campaign) {
        SequencedMap<PhoneNumber, String> faults = paces.atFault(campaign.senders());
        if (!faults.isEmpty() && faults.keySet().containsAll(campaign.senders())) {
            if (deliveries.isOpen(campaign.id())) {
                course.halt(campaign.id(), faults.values().iterator().next());
            } else {
                course.endIfOver(campaign.id());
            }
        }
    }
}
