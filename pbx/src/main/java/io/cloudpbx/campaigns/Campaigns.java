package io.cloudpbx.campaigns;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.campaigns.Campaign.State;
import io.cloudpbx.campaigns.content.ContentTable;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.flow.Shorteners;
import io.cloudpbx.campaigns.store.AudienceRows;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.messaging.KeptMedia;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.templates.Template;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with campaigns. */
@Service
public class Campaigns {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 1_600;
    private static final Duration FURTHEST = Duration.ofDays(3_653);

    private final CampaignRows rows;
    private final Course course;
    private final AudienceRows audiences;
    private final FigureRows figures;
    private final Numbers numbers;
    private final KeptMedia media;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Campaigns(
            CampaignRows rows,
            Course course,
            AudienceRows audiences,
            FigureRows figures,
            Numbers numbers,
            KeptMedia media,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.course = course;
        this.audiences = audiences;
        this.figures = figures;
        this.numbers = numbers;
        this.media = media;
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
        media.exchange(List.of(), details.media());
        rows.insert(id, details, by, clock.instant());
        events.publishEvent(new CampaignChanged(id));
        return id;
    }

    /** @throws Problem {@code campaign_not_found}, {@code campaign_changed}, {@code campaign_not_draft} or {@code invalid_fields} */
    @Transactional
    public void change(UUID id, CampaignDetails details, @Nullable Long version, SignedIn who, String address) {
        Campaign present = held(id);
        Course.refuse(Lifecycle.CHANGE, present);
        refuseInvalid(details);
        media.exchange(present.media(), details.media());
        if (!rows.update(id, details, version == null ? present.version() : version)) {
            throw changed();
        }
        putOff(present, who, address);
        events.publishEvent(new CampaignChanged(id));
    }

    /** What was to begin by itself is not what somebody proved to be themselves for, and said the number of: it is theirs to start again. */
    void putOff(Campaign changed, SignedIn who, String address) {
        if (changed.state() == State.SCHEDULED) {
            course.putOff(changed.id(), who.name());
            record(changed.id(), who, address, "campaign_put_off");
        }
    }

    private static Problem changed() {
        return Problem.conflict(
                "campaign_changed", "Somebody else changed this campaign. Look at it again before you go on.");
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
        } else {
            ContentTable.shorteners()
                    .in(details.message())
                    .map(host -> new FieldProblem("message", "link_shortener", Shorteners.problem(host)))
                    .ifPresent(wrong::add);
        }
        wrong.addAll(wrong(details.senders()));
        if (details.startsAt() != null && details.startsAt().isBefore(clock.instant())) {
            wrong.add(new FieldProblem("startAt", "in_the_past", "is in the past"));
        }
        if (details.startsAt() != null
                && details.startsAt().isAfter(clock.instant().plus(FURTHEST))) {
            wrong.add(new FieldProblem("startAt", "too_far", "is more than ten years away"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private List<FieldProblem> wrong(List<PhoneNumber> senders) {
        if (senders.isEmpty()) {
            return List.of(new FieldProblem("fromNumbers", "no_sender", "must name a number of yours"));
        }
        return senders.stream()
                .filter(sender -> numbers.holding(sender).isEmpty())
                .map(foreign -> new FieldProblem(
                        "fromNumbers", "not_our_number", "names " + foreign.display() + ", which is not yours"))
                .toList();
    }

    /**
     * Whoever has not been tried gets it from these numbers; what has left stays with the number it left from.
     *
     * @throws Problem {@code campaign_changed}, {@code campaign_state} unless it is paused, or {@code invalid_fields} for {@code fromNumbers}
     */
    @Transactional
    public void reassign(UUID id, List<PhoneNumber> senders, @Nullable Long version, SignedIn who, String address) {
        Campaign present = held(id);
        Course.refuse(Lifecycle.REASSIGN, present);
        List<FieldProblem> wrong = wrong(senders);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        if (version != null && version != present.version()) {
            throw changed();
        }
        rows.reassign(id, senders);
        audit.record(
                who,
                address,
                "campaign_numbers_changed",
                id.toString(),
                "%s: %s, before that %s".formatted(present.name(), listed(senders), listed(present.senders())));
        events.publishEvent(new CampaignChanged(id));
    }

    private static String listed(List<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::e164).collect(Collectors.joining(", "));
    }

    /**
     * Has it begin now, or when its time comes.
     *
     * @throws Problem {@code no_recipients}, {@code campaign_changed}, {@code invalid_fields} for {@code confirm}, or why it may not
     */
    @Transactional
    public void start(UUID id, Seen seen, SignedIn who, String address) {
        refuseUnseen(held(id), seen);
        Lifecycle act = course.start(id);
        record(id, who, address, act == Lifecycle.SCHEDULE ? "campaign_scheduled" : "campaign_started");
    }

    /** Held, so that nobody is added and nothing is written otherwise between this look and the beginning. */
    private void refuseUnseen(Campaign campaign, Seen seen) {
        Long version = seen.version();
        if (version != null && version != campaign.version()) {
            throw changed();
        }
        long recipients = figures.total(campaign.id());
        Long confirmed = seen.recipients();
        if (confirmed == null ? recipients >= LaunchSheets.MANY : confirmed != recipients) {
            throw Problem.invalid(
                    "confirm", "confirmation_needed", "must be %,d, the number of recipients".formatted(recipients));
        }
    }

    @Transactional
    public void pause(UUID id, SignedIn who, String address) {
        course.pause(id, who.name());
        record(id, who, address, "campaign_paused");
    }

    @Transactional
    public void resume(UUID id, SignedIn who, String address) {
        course.resume(id);
        record(id, who, address, "campaign_resumed");
    }

    /** Whoever has not been tried gets nothing; what is on its way arrives. */
    @Transactional
    public void cancel(UUID id, SignedIn who, String address) {
        course.cancel(id, who.name());
        record(id, who, address, "campaign_canceled");
    }

    private void record(UUID id, SignedIn who, String address, String action) {
        record(id.toString(), held(id), who, address, action);
    }

    private void record(String object, Campaign campaign, SignedIn who, String address, String action) {
        audit.record(who, address, action, object, campaign.name());
    }

    /** Tries one once more that was not found at the carrier. @throws Problem {@code not_in_doubt} */
    @Transactional
    public void again(UUID id, long deliveryId, SignedIn who, String address) {
        course.again(id, deliveryId);
        record(id + "/" + deliveryId, held(id), who, address, "campaign_text_sent_again");
    }

    /** @throws Problem {@code campaign_not_draft} */
    @Transactional
    public void delete(UUID id) {
        Campaign campaign = held(id);
        Course.refuse(Lifecycle.CHANGE, campaign);
        audiences.empty(id);
        rows.delete(id);
        media.exchange(campaign.media(), List.of());
        events.publishEvent(new CampaignDeleted(id));
    }

    /** Held until the transaction ends. @throws Problem {@code campaign_not_found} */
    Campaign held(UUID id) {
        return course.held(id);
    }
}
