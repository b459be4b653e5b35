package io.cloudpbx.campaigns;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.flow.Template;
import io.cloudpbx.campaigns.store.AudienceRows;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.DeliveryRows;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with campaigns. Whatever has begun to leave is not touched by any of it (R11). */
@Service
public class Campaigns {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 1_600;

    private final CampaignRows rows;
    private final DeliveryRows deliveries;
    private final AudienceRows audiences;
    private final Numbers numbers;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Campaigns(
            CampaignRows rows,
            DeliveryRows deliveries,
            AudienceRows audiences,
            Numbers numbers,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.audiences = audiences;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A draft.
     *
     * @throws Problem {@code invalid_fields} for {@code name}, {@code message}, {@code fromNumbers} or {@code startAt}
     */
    @Transactional
    public UUID draft(CampaignDetails details, String by) {
        refuseInvalid(details);
        UUID id = UUID.randomUUID();
        rows.insert(id, details, by, clock.instant());
        events.publishEvent(new CampaignChanged(id));
        return id;
    }

    /** @throws Problem {@code campaign_not_found}, {@code campaign_changed}, {@code campaign_not_draft} or {@code invalid_fields} */
    @Transactional
    public void change(UUID id, CampaignDetails details, @Nullable Long version) {
        Campaign present = held(id);
        refuse(Lifecycle.CHANGE, present);
        refuseInvalid(details);
        if (!rows.update(id, details, version == null ? present.version() : version)) {
            throw Problem.conflict(
                    "campaign_changed", "Somebody else changed this campaign. Look at it again before saving.");
        }
        events.publishEvent(new CampaignChanged(id));
    }

    private void refuseInvalid(CampaignDetails details) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (details.name().isBlank() || details.name().length() > LONGEST_NAME) {
            wrong.add(new FieldProblem("name", "invalid_name", "must have 1 to 200 characters"));
        }
        if (details.message().isBlank() || details.message().length() > LONGEST_MESSAGE) {
            wrong.add(new FieldProblem("message", "invalid_message", "must have 1 to 1,600 characters"));
        } else if (!new Template(details.message()).isWellFormed()) {
            wrong.add(new FieldProblem(
                    "message", "invalid_field", "has double braces that are no field; write {{firstName|there}}"));
        }
        if (details.senders().isEmpty()) {
            wrong.add(new FieldProblem("fromNumbers", "no_sender", "must name a number of yours"));
        }
        details.senders().stream()
                .filter(sender -> numbers.holding(sender).isEmpty())
                .forEach(foreign -> wrong.add(new FieldProblem(
                        "fromNumbers", "not_our_number", "names " + foreign.display() + ", which is not yours")));
        if (details.startsAt() != null && details.startsAt().isBefore(clock.instant())) {
            wrong.add(new FieldProblem("startAt", "in_the_past", "is in the past"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    /** Has it begin now, or when its time comes. @throws Problem {@code no_recipients}, or why it may not */
    @Transactional
    public void start(UUID id, SignedIn who, String address) {
        Campaign campaign = held(id);
        if (!deliveries.isOpen(id)) {
            throw Problem.conflict("no_recipients", "Nobody is to get this campaign yet.");
        }
        var startsAt = campaign.startsAt();
        boolean later = startsAt != null && startsAt.isAfter(clock.instant());
        move(campaign, later ? Lifecycle.SCHEDULE : Lifecycle.START, null);
        audit.record(who, address, later ? "campaign_scheduled" : "campaign_started", id.toString(), campaign.name());
    }

    @Transactional
    public void pause(UUID id, SignedIn who, String address) {
        Campaign campaign = held(id);
        move(campaign, Lifecycle.PAUSE, who.name() + " paused it.");
        audit.record(who, address, "campaign_paused", id.toString(), campaign.name());
    }

    @Transactional
    public void resume(UUID id, SignedIn who, String address) {
        Campaign campaign = held(id);
        move(campaign, Lifecycle.RESUME, null);
        audit.record(who, address, "campaign_resumed", id.toString(), campaign.name());
    }

    /** Whoever has not been tried gets nothing; what is on its way arrives. */
    @Transactional
    public void cancel(UUID id, SignedIn who, String address) {
        Campaign campaign = held(id);
        move(campaign, Lifecycle.CANCEL, who.name() + " canceled it.");
        deliveries.cancel(id, clock.instant());
        audit.record(who, address, "campaign_canceled", id.toString(), campaign.name());
    }

    /** It pauses itself: nothing of it may leave before somebody has seen to this. */
    @Transactional
    public void halt(UUID id, String why) {
        rows.move(id, Lifecycle.PAUSE, why, clock.instant());
        events.publishEvent(new CampaignChanged(id));
    }

    /** It is done when nothing of it may leave any more, and nothing is in doubt. */
    @Transactional
    public void endIfOver(UUID id) {
        rows.lock(id);
        if (!deliveries.isOpen(id) && rows.move(id, Lifecycle.END, null, clock.instant())) {
            events.publishEvent(new CampaignChanged(id));
        }
    }

    /** @return the campaigns that begin now by themselves */
    @Transactional
    public void beginDue() {
        rows.begin(clock.instant()).forEach(id -> events.publishEvent(new CampaignChanged(id)));
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
        rows.reopen(id);
        events.publishEvent(new CampaignChanged(id));
    }

    /** @throws Problem {@code campaign_not_draft} */
    @Transactional
    public void delete(UUID id) {
        refuse(Lifecycle.CHANGE, held(id));
        audiences.empty(id);
        rows.delete(id);
        events.publishEvent(new CampaignChanged(id));
    }

    private void move(Campaign campaign, Lifecycle act, @Nullable String why) {
        refuse(act, campaign);
        rows.move(campaign.id(), act, why, clock.instant());
        events.publishEvent(new CampaignChanged(campaign.id()));
    }

    private static void refuse(Lifecycle act, Campaign campaign) {
        if (!act.from().contains(campaign.state())) {
            String code = act == Lifecycle.CHANGE ? "campaign_not_draft" : "campaign_state";
            throw Problem.conflict(code, act.refusal());
        }
    }

    /** Held until the transaction ends. @throws Problem {@code campaign_not_found} */
    Campaign held(UUID id) {
        return rows.lock(id).orElseThrow(() -> Problem.notFound("campaign_not_found", "There is no such campaign."));
    }
}
