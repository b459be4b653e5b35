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
 * the next round. No more is ever claimed than is about to leave, so that pausing, a STOP or a crash finds little on its way.
 */
@Component
class Departures {
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMillis(500);
    /** A number is seen to by so much more than it needs to be, so that none waits for the next round. */
    private static final Duration MARGIN = Duration.ofMillis(50);

    private static final Duration FARTHEST_AHEAD = Duration.ofSeconds(2);

    private final CampaignLedger campaigns;
    private final DeliveryLedger deliveries;
    private final PaceLedger paces;
    private final Course course;
    private final Departure departure;
    private final Pace pace;
    private final Machine machine;
    private final Clock clock;
    private Duration took = Duration.ZERO;

    Departures(
            CampaignLedger campaigns,
            DeliveryLedger deliveries,
            PaceLedger paces,
            Course course,
            Departure departure,
            Pace pace,
            Machine machine,
            Clock clock) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.paces = paces;
        this.course = course;
        this.departure = departure;
        this.pace = pace;
        this.machine = machine;
        this.clock = clock;
    }

    /** Goes round once. @return how long to rest before the next */
    Duration round() {
        long begun = machine.nanoTime();
        course.beginDue();
        List<Campaign> running = campaigns.running();
        Duration ahead = ahead();
        running.forEach(campaign -> send(campaign, ahead));
        took = Duration.ofNanos(machine.nanoTime() - begun);
        return running.isEmpty() ? IDLE : ROUND;
    }

    /**
     * Until the next round has written down what it takes, if each takes as long as the last one did: what would be free before would
     * wait for it, and hundreds of numbers would stand still for a part of every second.
     */
    private Duration ahead() {
        Duration wanted = ROUND.plus(took.multipliedBy(2)).plus(MARGIN);
        return wanted.compareTo(FARTHEST_AHEAD) < 0 ? wanted : FARTHEST_AHEAD;
    }

    private void send(Campaign campaign, Duration ahead) {
        List<PhoneNumber> free = paces.freeWithin(campaign.senders(), ahead);
        if (free.isEmpty()) {
            return;
        }
        List<PhoneNumber> senders = turns(free, ahead);
        List<Delivery> claimed = deliveries.claim(campaign.id(), senders.size(), clock.instant());
        if (claimed.isEmpty()) {
            course.endIfOver(campaign.id());
        } else {
            departure.of(campaign, claimed, senders);
        }
    }

    /** Each number as often as it may send until the next round, one after the other. */
    private List<PhoneNumber> turns(List<PhoneNumber> free, Duration ahead) {
        List<Double> most = free.stream()
                .map(number -> Math.max(1, pace.of(number) * ahead.toMillis() / 1000))
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
