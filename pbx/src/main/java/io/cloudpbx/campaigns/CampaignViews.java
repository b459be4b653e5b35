package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.CampaignView.Attached;
import io.cloudpbx.campaigns.CampaignView.Counts;
import io.cloudpbx.campaigns.CampaignView.Outcomes;
import io.cloudpbx.campaigns.CampaignView.Resting;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.NumberRest;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.flow.Signatures;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.campaigns.store.FigureRows.Reason;
import io.cloudpbx.campaigns.store.ResponseRows;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.messaging.KeptMedia;
import io.cloudpbx.messaging.Media;
import io.cloudpbx.messaging.MediaType;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Campaigns and their deliveries as they are shown. */
@Component
public class CampaignViews {
    private static final Outcomes NONE = new Outcomes(0, 0);

    private final CampaignRows rows;
    private final FigureRows figures;
    private final Census census;
    private final ResponseRows responses;
    private final KeptMedia media;
    private final Wording wording;
    private final Told told;
    private final DeliveryProofs proofs;
    private final Lulls lulls;
    private final Rests rests;
    private final Outlook outlook;
    private final Pace pace;
    private final Contacts contacts;

    CampaignViews(
            CampaignRows rows,
            FigureRows figures,
            Census census,
            ResponseRows responses,
            KeptMedia media,
            Wording wording,
            Told told,
            DeliveryProofs proofs,
            Lulls lulls,
            Rests rests,
            Outlook outlook,
            Pace pace,
            Contacts contacts) {
        this.rows = rows;
        this.figures = figures;
        this.census = census;
        this.responses = responses;
        this.media = media;
        this.wording = wording;
        this.told = told;
        this.proofs = proofs;
        this.lulls = lulls;
        this.rests = rests;
        this.outlook = outlook;
        this.pace = pace;
        this.contacts = contacts;
    }

    /** Newest first, after the cursor. */
    public List<CampaignView> newest(@Nullable Cursor after, int limit) {
        List<Campaign> campaigns = rows.newest(after, limit);
        return views(campaigns);
    }

    /** One that is over, counted to its end in the caller's transaction. */
    public Optional<CampaignView> ended(UUID id) {
        return rows.find(id)
                .filter(campaign -> campaign.endedAt() != null)
                .map(campaign ->
                        views(List.of(campaign), Map.of(id, census.now(id))).getFirst());
    }

    private List<CampaignView> views(List<Campaign> campaigns) {
        return views(campaigns, census.of(campaigns.stream().map(Campaign::id).toList()));
    }

    private List<CampaignView> views(List<Campaign> campaigns, Map<UUID, Map<State, Long>> counts) {
        List<UUID> ids = campaigns.stream().map(Campaign::id).toList();
        var outcomes = responses.outcomes(ids);
        var kept = media.all(campaigns.stream()
                .flatMap(campaign -> campaign.media().stream())
                .toList());
        return campaigns.stream()
                .map(campaign -> view(
                        campaign,
                        counts.getOrDefault(campaign.id(), Map.of()),
                        outcomes.getOrDefault(campaign.id(), NONE),
                        campaign.media().stream()
                                .map(id -> attached(kept.get(id)))
                                .toList()))
                .toList();
    }

    /** @throws Problem {@code campaign_not_found} */
    public CampaignView require(UUID id) {
        return views(List.of(campaign(id))).getFirst();
    }

    Campaign campaign(UUID id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("campaign_not_found", "There is no such campaign."));
    }

    private CampaignView view(Campaign campaign, Map<State, Long> byState, Outcomes outcomes, List<Attached> attached) {
        Counts counts = counts(byState);
        int each = campaign.state() == Campaign.State.RUNNING ? segments(campaign) : 1;
        double perSecond = pace.together(campaign.senders(), each);
        List<NumberRest> resting = resting(campaign);
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.message(),
                text(campaign.kind()),
                text(campaign.policy()),
                text(campaign.state()),
                campaign.why(),
                campaign.senders().stream().map(PhoneNumber::e164).toList(),
                attached,
                campaign.startsAt(),
                campaign.createdAt(),
                campaign.createdBy(),
                campaign.startedAt(),
                campaign.endedAt(),
                campaign.version(),
                counts,
                outcomes,
                perSecond,
                campaign.state() == Campaign.State.RUNNING
                        ? endsAbout(campaign, counts.waiting(), each, perSecond)
                        : null,
                lulls.of(campaign, resting),
                resting.stream().map(CampaignViews::shown).toList());
    }

    private List<NumberRest> resting(Campaign campaign) {
        return switch (campaign.state()) {
            case RUNNING, PAUSED -> rests.of(campaign.senders());
            case DRAFT, SCHEDULED, DONE, CANCELED -> List.of();
        };
    }

    private static Resting shown(NumberRest rest) {
        return new Resting(rest.number().e164(), rest.until(), text(rest.because()), rest.sentence());
    }

    private static Attached attached(@Nullable Media media) {
        var content = Objects.requireNonNull(Objects.requireNonNull(media).content());
        String url = "/api/media/" + media.id();
        return new Attached(media.id(), content.type(), content.size(), MediaType.isPicture(content.type()), url);
    }

    private @Nullable Instant endsAbout(Campaign campaign, long waiting, int each, double perSecond) {
        return perSecond == 0 ? null : outlook.ends(campaign, waiting, each);
    }

    private int segments(Campaign campaign) {
        return campaign.media().isEmpty()
                ? Segments.of(wording.of(campaign, Map.of())).count()
                : 1;
    }

    private static Counts counts(Map<State, Long> by) {
        return new Counts(
                by.values().stream().mapToLong(Long::longValue).sum(),
                of(by, State.WAITING),
                of(by, State.CLAIMED) + of(by, State.SENDING),
                of(by, State.CHECKING),
                of(by, State.SENT),
                of(by, State.DELIVERED),
                of(by, State.FAILED),
                of(by, State.SKIPPED),
                of(by, State.NOT_CONFIRMED),
                of(by, State.CANCELED));
    }

    private static long of(Map<State, Long> counts, State state) {
        return counts.getOrDefault(state, 0L);
    }

    public List<Reason> reasons(UUID id) {
        return figures.reasons(campaign(id).id());
    }

    /** @param states of which; null for all. @param after the id after which they begin */
    public List<DeliveryView> deliveries(UUID id, @Nullable List<State> states, long after, int limit) {
        Campaign campaign = campaign(id);
        List<Delivery> found = figures.list(id, states, after, limit);
        Map<Long, Integer> replies =
                responses.replies(found.stream().map(Delivery::id).toList());
        Map<Long, Evidence> kept = proofs.of(found);
        Map<Evidence, DeliveryProof> proven = proofs.inWords(kept.values());
        Map<Long, String> messages = messages(campaign, found, kept);
        Map<PhoneNumber, String> names =
                contacts.names(found.stream().map(Delivery::to).toList());
        return found.stream()
                .map(delivery -> {
                    Evidence evidence = kept.get(delivery.id());
                    String message = messages.getOrDefault(delivery.id(), "");
                    int wrote = replies.getOrDefault(delivery.id(), 0);
                    return view(
                            delivery,
                            names.get(delivery.to()),
                            message,
                            wrote,
                            evidence == null ? null : proven.get(evidence));
                })
                .toList();
    }

    /** What each read, or would read if it left now. */
    private Map<Long, String> messages(Campaign campaign, List<Delivery> found, Map<Long, Evidence> kept) {
        List<Delivery> ahead = found.stream()
                .filter(delivery -> !hasLeft(delivery) && !kept.containsKey(delivery.id()))
                .toList();
        Signatures signing = told.signing(ahead, wording.signatures(campaign));
        Map<Long, String> messages = new HashMap<>();
        found.forEach(delivery ->
                messages.put(delivery.id(), wording.of(campaign, delivery.fields(), kept.get(delivery.id()))));
        ahead.forEach(delivery ->
                messages.put(delivery.id(), Wording.of(campaign, delivery.fields(), signing.to(delivery.to()))));
        return messages;
    }

    private static boolean hasLeft(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING, CLAIMED, SKIPPED, CANCELED -> false;
            case SENDING, CHECKING, SENT, DELIVERED, FAILED, NOT_CONFIRMED -> true;
        };
    }

    private static DeliveryView view(
            Delivery delivery, @Nullable String name, String message, int replies, @Nullable DeliveryProof proof) {
        PhoneNumber sender = delivery.sender();
        return new DeliveryView(
                delivery.id(),
                delivery.to().e164(),
                name,
                shown(delivery.state()),
                sender == null ? null : sender.e164(),
                delivery.carrierStatus(),
                delivery.code(),
                delivery.sentence(),
                delivery.sentAt(),
                delivery.changedAt(),
                message,
                replies,
                proof);
    }

    /** Names as the figures have them. */
    private static String shown(State state) {
        return switch (state) {
            case CLAIMED, SENDING -> "leaving";
            case NOT_CONFIRMED -> "notConfirmed";
            default -> text(state);
        };
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
