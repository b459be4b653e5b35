package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far campaigns come, whether people move them or they themselves. Whatever has begun to leave is not touched by any of it
 * (R11).
 */
@Component
public class Course {
    /** Longer than any carrier keeps a text, and than its news of it may be lost before it is asked. */
    private static final Duration LONGEST_AT_CARRIER = Duration.ofDays(5);

    private final CampaignLedger campaigns;
    private final DeliveryLedger deliveries;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public Course(CampaignLedger campaigns, DeliveryLedger deliveries, Clock clock, ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Has it begin now, or when its time comes.
     *
     * @return which of both
     * @throws Problem {@code no_recipients}, or why it may not
     */
    @Transactional
    public Lifecycle start(UUID id) {
        Campaign campaign = held(id);
        if (!deliveries.isOpen(id)) {
            throw Problem.conflict("no_recipients", "Nobody is to get this campaign yet.");
        }
        var startsAt = campaign.startsAt();
        boolean later = startsAt != null && startsAt.isAfter(clock.instant());
        Lifecycle act = later ? Lifecycle.SCHEDULE : Lifecycle.START;
        move(campaign, act, null);
        return act;
    }

    /** One that was to begin by itself is a draft again. @param by who changed it */
    @Transactional
    public void putOff(UUID id, String by) {
        move(
                held(id),
                Lifecycle.PUT_OFF,
                by + " changed it after it was scheduled. It starts when somebody starts it again.");
    }

    /** @param by who does it */
    @Transactional
    public void pause(UUID id, String by) {
        move(held(id), Lifecycle.PAUSE, by + " paused it.");
    }

    @Transactional
    public void resume(UUID id) {
        move(held(id), Lifecycle.RESUME, null);
    }

    /** Whoever has not been tried gets nothing; what is on its way arrives. @param by who does it */
    @Transactional
    public void cancel(UUID id, String by) {
        move(held(id), Lifecycle.CANCEL, by + " canceled it.");
        deliveries.cancel(id, clock.instant());
    }

    /** It pauses itself: nothing of it may leave before somebody has seen to this. Whose campaign is held is asked again soon, and halted then. */
    @Transactional
    public void halt(UUID id, String why) {
        if (campaigns.lockIfFree(id).isPresent()) {
            campaigns.move(id, Lifecycle.PAUSE, why, clock.instant());
            events.publishEvent(new CampaignChanged(id));
        }
    }

    /** Some of it stands otherwise than before, though nothing has left. */
    @Transactional
    public void progressed(UUID id) {
        events.publishEvent(new CampaignProgressed(id, clock.instant()));
    }

    /** It is done when nothing of it may leave any more, and nothing is in doubt. */
    @Transactional
    public void endIfOver(UUID id) {
        boolean free = campaigns.lockIfFree(id).isPresent();
        if (free && !deliveries.isOpen(id) && campaigns.move(id, Lifecycle.END, null, clock.instant())) {
            events.publishEvent(new CampaignChanged(id));
        }
    }

    /** Those whose time has come begin. */
    @Transactional
    public void beginDue() {
        campaigns.begin(clock.instant()).forEach(id -> events.publishEvent(new CampaignChanged(id)));
    }

    /** Those go on that were over, until the carrier gave a text of theirs up which it had taken. */
    @Transactional
    public void goOn() {
        campaigns
                .goOn(clock.instant().minus(LONGEST_AT_CARRIER))
                .forEach(id -> events.publishEvent(new CampaignChanged(id)));
    }

    /** Tries one once more that was not found at the carrier. @throws Problem {@code not_in_doubt} */
    @Transactional
    public void again(UUID id, long deliveryId) {
        Campaign campaign = held(id);
        boolean ours = deliveries
                .find(deliveryId)
                .filter(delivery -> delivery.campaignId().equals(id))
                .isPresent();
        if (campaign.state() == Campaign.State.CANCELED || !ours || !deliveries.again(deliveryId, clock.instant())) {
            throw Problem.conflict("not_in_doubt", "Only a text that was not confirmed can be sent again.");
        }
        campaigns.reopen(id);
        events.publishEvent(new CampaignChanged(id));
    }

    private void move(Campaign campaign, Lifecycle act, @Nullable String why) {
        refuse(act, campaign);
        campaigns.move(campaign.id(), act, why, clock.instant());
        events.publishEvent(new CampaignChanged(campaign.id()));
    }

    static void refuse(Lifecycle act, Campaign campaign) {
        if (!act.from().contains(campaign.state())) {
            String code = act == Lifecycle.CHANGE ? "campaign_not_draft" : "campaign_state";
            throw Problem.conflict(code, act.refusal());
        }
    }

    /** Held until the transaction ends. @throws Problem {@code campaign_not_found} */
    Campaign held(UUID id) {
        return campaigns
                .lock(id)
                .orElseThrow(() -> Problem.notFound("campaign_not_found", "There is no such campaign."));
    }
}
