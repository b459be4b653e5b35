package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.flow.Signature;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.ThreadLedger;
import io.cloudpbx.campaigns.ledger.ThreadLedger.Left;
import io.cloudpbx.campaigns.store.FoundRows;
import io.cloudpbx.campaigns.store.FoundRows.Forgotten;
import io.cloudpbx.campaigns.store.FoundRows.Sent;
import io.cloudpbx.campaigns.store.FoundRows.Waiting;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.messaging.TakenElsewhere;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes deliveries that wait in a restored database, and that the carrier has, for sent: by their words, as nothing else tells them. */
@Component
class FoundAtCarrier implements TakenElsewhere {
    private static final String BEGUN = "It had begun before this system was restored from a backup.";

    private final FoundRows rows;
    private final CampaignLedger campaigns;
    private final OutcomeLedger outcomes;
    private final ThreadLedger threads;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FoundAtCarrier(
            FoundRows rows,
            CampaignLedger campaigns,
            OutcomeLedger outcomes,
            ThreadLedger threads,
            Wording wording,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.outcomes = outcomes;
        this.threads = threads;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Set<CarrierId> known(Collection<CarrierId> texts) {
        return rows.known(texts);
    }

    /** A text, and whose it is. */
    private record Match(CarrierText text, Waiting waiting, Campaign campaign) {
        String token() {
            return Objects.requireNonNullElseGet(waiting.token(), () -> "found " + text.id());
        }
    }

    @Override
    public Set<CarrierId> take(List<CarrierText> texts) {
        List<Match> matches = begun(matches(texts));
        if (!matches.isEmpty()) {
            write(matches);
        }
        return matches.stream().map(match -> match.text().id()).collect(Collectors.toSet());
    }

    @Override
    public void count(List<CarrierText> strangers) {
        Instant now = clock.instant();
        rows.count(strangers.stream()
                .map(text -> new Sent(
                        new PhoneNumber(text.from()),
                        Objects.requireNonNullElse(text.createdAt(), now),
                        segments(text)))
                .toList());
    }

    private static int segments(CarrierText text) {
        return text.mediaCount() == 0 ? Segments.of(text.body()).count() : 0;
    }

    private List<Match> matches(List<CarrierText> texts) {
        var sender = new PhoneNumber(texts.getFirst().from());
        List<Waiting> waiting = rows.waiting(sender, recipients(texts));
        Map<UUID, Optional<Campaign>> those = new HashMap<>();
        Map<String, List<Waiting>> byPerson = waiting.stream()
                .collect(Collectors.groupingBy(
                        each -> each.delivery().to().e164(), Collectors.toCollection(ArrayList::new)));
        List<Match> matches = new ArrayList<>();
        for (CarrierText text : texts) {
            List<Waiting> theirs = byPerson.getOrDefault(text.to(), new ArrayList<>());
            theirs.stream()
                    .flatMap(each -> those
                            .computeIfAbsent(each.delivery().campaignId(), campaigns::find)
                            .filter(campaign -> says(campaign, each.delivery(), text))
                            .map(campaign -> new Match(text, each, campaign))
                            .stream())
                    .findFirst()
                    .ifPresent(match -> {
                        theirs.remove(match.waiting());
                        matches.add(match);
                    });
        }
        return matches;
    }

    private static List<PhoneNumber> recipients(List<CarrierText> texts) {
        return texts.stream()
                .flatMap(text -> PhoneNumber.reported(text.to()).stream())
                .distinct()
                .toList();
    }

    private boolean says(Campaign campaign, Delivery delivery, CarrierText text) {
        return campaign.media().size() == text.mediaCount() && wording.isOf(campaign, delivery.fields(), text.body());
    }

    /** Those that nobody else has just taken. */
    private List<Match> begun(List<Match> matches) {
        Instant now = clock.instant();
        // Campaigns before their deliveries, as everywhere.
        matches.stream().map(Match::campaign).distinct().forEach(campaign -> begin(campaign, now));
        List<Forgotten> forgotten = matches.stream()
                .filter(match -> match.waiting().token() == null)
                .map(match -> forgotten(match, now))
                .toList();
        Set<Long> begun = forgotten.isEmpty() ? Set.of() : rows.begun(forgotten, now);
        return matches.stream()
                .filter(match -> match.waiting().token() != null
                        || begun.contains(match.waiting().delivery().id()))
                .toList();
    }

    private void write(List<Match> matches) {
        Instant now = clock.instant();
        outcomes.known(
                matches.stream()
                        .map(match -> Known.of(
                                match.token(),
                                match.text().id(),
                                match.text().status(),
                                match.text().errorCode()))
                        .toList(),
                now);
        matches.stream()
                .collect(Collectors.groupingBy(Match::campaign))
                .forEach((campaign, those) -> tell(campaign, those, now));
    }

    private static Forgotten forgotten(Match match, Instant now) {
        CarrierText text = match.text();
        return new Forgotten(
                match.waiting().delivery().id(),
                match.token(),
                new PhoneNumber(text.from()),
                Objects.requireNonNullElse(text.createdAt(), now),
                segments(text),
                Signature.of(text.body(), "").after().isEmpty());
    }

    /** One that had begun, as far as the carrier knows, is no draft any more, of which people could be taken and added again. */
    private void begin(Campaign campaign, Instant now) {
        if (campaigns.move(campaign.id(), Lifecycle.START, null, now)) {
            campaigns.move(campaign.id(), Lifecycle.PAUSE, BEGUN, now);
            events.publishEvent(new CampaignChanged(campaign.id()));
        }
    }

    private void tell(Campaign campaign, List<Match> matches, Instant now) {
        threads.left(
                campaign,
                matches.stream()
                        .map(match -> new Left(
                                match.waiting().delivery(), match.text().body()))
                        .toList());
        Instant since = matches.stream()
                .map(match -> Objects.requireNonNullElse(match.text().createdAt(), now))
                .min(Instant::compareTo)
                .orElse(now);
        events.publishEvent(new CampaignProgressed(campaign.id(), since));
    }
}
