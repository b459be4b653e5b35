package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.ledger.ThreadLedger;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.PersonRows;
import io.cloudpbx.messaging.CampaignTexts;
import io.cloudpbx.messaging.CampaignTexts.Sent;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a campaign texts to somebody with whom there is a conversation stands there, too; and above what they write, when that is
 * the first they ever wrote.
 */
@Component
class ThreadLines implements ThreadLedger {
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST = 10;

    private final CampaignTexts lines;
    private final CampaignRows campaigns;
    private final PersonRows people;
    private final Wording wording;
    private final Clock clock;

    ThreadLines(CampaignTexts lines, CampaignRows campaigns, PersonRows people, Wording wording, Clock clock) {
        this.lines = lines;
        this.campaigns = campaigns;
        this.people = people;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public void left(Campaign campaign, Collection<Delivery> leaving) {
        Instant now = clock.instant();
        Wording present = wording.now();
        lines.tell(leaving.stream()
                .map(delivery -> line(campaign, delivery, now, present))
                .toList());
    }

    /** All that they got lately. */
    void tellWhatTheyGot(PhoneNumber person) {
        List<Sent> sent = people.sentTo(person, clock.instant().minus(REMEMBERED), MOST).stream()
                .flatMap(delivery -> campaigns.find(delivery.campaignId()).stream()
                        .map(campaign -> line(campaign, delivery, left(delivery), wording)))
                .toList();
        if (!sent.isEmpty()) {
            lines.tell(sent);
        }
    }

    private static Instant left(Delivery delivery) {
        Instant sent = delivery.sentAt();
        return sent == null ? delivery.changedAt() : sent;
    }

    private static Sent line(Campaign campaign, Delivery delivery, Instant at, Wording wording) {
        return new Sent(
                delivery.to(), delivery.reference(), at, campaign.name(), wording.of(campaign, delivery.fields()));
    }
}
