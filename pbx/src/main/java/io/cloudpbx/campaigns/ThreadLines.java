package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Evidence;
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
import java.util.Map;
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
    private final DeliveryProofs proofs;
    private final Clock clock;

    ThreadLines(
            CampaignTexts lines,
            CampaignRows campaigns,
            PersonRows people,
            Wording wording,
            DeliveryProofs proofs,
            Clock clock) {
        this.lines = lines;
        this.campaigns = campaigns;
        this.people = people;
        this.wording = wording;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public void left(Campaign campaign, Collection<Left> leaving) {
        Instant now = clock.instant();
        lines.tell(leaving.stream()
                .map(left -> line(campaign, left.delivery(), now, left.words()))
                .toList());
    }

    /** All that they got lately. */
    void tellWhatTheyGot(PhoneNumber person) {
        List<Delivery> got = people.sentTo(person, clock.instant().minus(REMEMBERED), MOST);
        Map<Long, Evidence> kept = proofs.of(got);
        List<Sent> sent = got.stream()
                .flatMap(delivery -> campaigns.find(delivery.campaignId()).stream()
                        .map(campaign -> line(campaign, delivery, left(delivery), words(campaign, delivery, kept))))
                .toList();
        if (!sent.isEmpty()) {
            lines.tell(sent);
        }
    }

    private static Instant left(Delivery delivery) {
        Instant sent = delivery.sentAt();
        return sent == null ? delivery.changedAt() : sent;
    }

    private String words(Campaign campaign, Delivery delivery, Map<Long, Evidence> kept) {
        return wording.of(campaign, delivery.fields(), kept.get(delivery.id()));
    }

    private static Sent line(Campaign campaign, Delivery delivery, Instant at, String words) {
        return new Sent(delivery.to(), delivery.reference(), at, campaign.name(), words);
    }
}
