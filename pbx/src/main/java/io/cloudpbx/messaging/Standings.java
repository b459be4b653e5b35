package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.Consent;
import io.cloudpbx.contacts.Consents;
import io.cloudpbx.contacts.OptOut;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Pause;
import io.cloudpbx.messaging.SentElsewhere.Ended;
import io.cloudpbx.messaging.flow.Standing;
import io.cloudpbx.messaging.flow.Standing.OptedOut;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.TextSituation.Traffic;
import io.cloudpbx.messaging.store.EntryRows;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a text would go to: what they have said, and how much they have had. */
@Component
class Standings {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    /** A number that is dead may be somebody else's by then. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Set<TextKind> CAMPAIGNS = Set.of(TextKind.MARKETING, TextKind.INFORMATIONAL);
    /** Not in use; a landline. */
    private static final Set<Integer> DEAD = Set.of(30005, 30006);

    private final OptOuts optOuts;
    private final Consents consents;
    private final TextHistory history;
    private final EntryRows entries;
    private final List<SentElsewhere> elsewhere;
    private final Clock clock;

    Standings(
            OptOuts optOuts,
            Consents consents,
            TextHistory history,
            EntryRows entries,
            List<SentElsewhere> elsewhere,
            Clock clock) {
        this.optOuts = optOuts;
        this.consents = consents;
        this.history = history;
        this.entries = entries;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    Standing of(String address, Conversation conversation) {
        Instant yesterday = clock.instant().minus(DAY);
        var number = PhoneNumber.reported(address);
        return new Standing(
                number.flatMap(optOuts::of).map(Standings::optedOut).orElse(null),
                number.flatMap(optOuts::pauseOf).map(Pause::since).orElse(null),
                number.map(known -> consent(known, Category.INFORMATIONAL)).orElse(null),
                number.map(known -> consent(known, Category.MARKETING)).orElse(null),
                conversation.heardAt(),
                entries.latest(conversation.id(), Entry.Kind.CALL, yesterday).orElse(null),
                number.flatMap(this::unreachable).orElse(null));
    }

    private static OptedOut optedOut(OptOut optOut) {
        return new OptedOut(
                optOut.since(), Standing.Source.valueOf(optOut.source().name()), optOut.quote());
    }

    private Standing.@Nullable Consent consent(PhoneNumber number, Category category) {
        return consents.live(number, category).map(Standings::consent).orElse(null);
    }

    /** Words that somebody said are no writing; whatever else is in the ledger was written down by them or shown to them. */
    private static Standing.Consent consent(Consent consent) {
        boolean written = !consent.proof().method().equalsIgnoreCase("verbal");
        return new Standing.Consent(consent.id().toString(), written, consent.at());
    }

    private Optional<String> unreachable(PhoneNumber number) {
        return Optional.ofNullable(unreachable(List.of(number)).get(number)).map(CarrierErrors::sentence);
    }

    /** Whose number the carrier found dead when it was last texted, by whomever (C30). */
    private Map<PhoneNumber, Integer> unreachable(Collection<PhoneNumber> people) {
        Instant since = clock.instant().minus(REMEMBERED);
        Map<PhoneNumber, Ended> newest = new HashMap<>(history.endedAmong(people, since));
        elsewhere.forEach(sender ->
                sender.ended(people, since).forEach((number, ended) -> newest.merge(number, ended, Standings::newer)));
        Map<PhoneNumber, Integer> dead = new HashMap<>();
        newest.forEach((number, ended) -> {
            if (DEAD.contains(ended.errorCode())) {
                dead.put(number, ended.errorCode());
            }
        });
        return dead;
    }

    private static Ended newer(Ended one, Ended other) {
        return one.left().isAfter(other.left()) ? one : other;
    }

    /** What is known of several people at once. */
    Many among(Collection<PhoneNumber> people, TextKind kind) {
        Instant now = clock.instant();
        boolean marketing = kind == TextKind.MARKETING;
        return new Many(
                optOuts.among(people),
                optOuts.pausesAmong(people),
                marketing ? Map.of() : consents.liveAmong(people, Category.INFORMATIONAL),
                consents.liveAmong(people, Category.MARKETING),
                unreachable(people),
                marketing ? Map.of() : sent(people, kind, Set.of(kind), now.minus(HOUR)),
                sent(people, TextKind.MARKETING, CAMPAIGNS, now.minus(DAY)));
    }

    private Map<PhoneNumber, Integer> sent(
            Collection<PhoneNumber> people, TextKind here, Set<TextKind> there, Instant since) {
        Map<PhoneNumber, Integer> sent = new HashMap<>(history.sentAmong(people, here, since));
        elsewhere(people, there, since).forEach((number, more) -> sent.merge(number, more, Integer::sum));
        return sent;
    }

    private Map<PhoneNumber, Integer> elsewhere(Collection<PhoneNumber> people, Set<TextKind> kinds, Instant since) {
        Map<PhoneNumber, Integer> sent = new HashMap<>();
        elsewhere.forEach(sender ->
                sender.to(people, kinds, since).forEach((number, more) -> sent.merge(number, more, Integer::sum)));
        return sent;
    }

    /**
     * @param replies texts of information in the last hour
     * @param campaigns texts of campaigns, and other marketing, in the last day
     */
    record Many(
            Map<PhoneNumber, OptOut> optOuts,
            Map<PhoneNumber, Pause> pauses,
            Map<PhoneNumber, Consent> informational,
            Map<PhoneNumber, Consent> marketing,
            Map<PhoneNumber, Integer> unreachable,
            Map<PhoneNumber, Integer> replies,
            Map<PhoneNumber, Integer> campaigns) {
        /** When they last wrote or called is not looked for: what many get at once is no answer to anybody (C16). */
        Standing standing(PhoneNumber number) {
            return new Standing(
                    mapped(optOuts.get(number), Standings::optedOut),
                    mapped(pauses.get(number), Pause::since),
                    mapped(informational.get(number), Standings::consent),
                    mapped(marketing.get(number), Standings::consent),
                    null,
                    null,
                    mapped(unreachable.get(number), CarrierErrors::sentence));
        }

        Traffic traffic(PhoneNumber number, long spentToday) {
            return new Traffic(replies.getOrDefault(number, 0), null, campaigns.getOrDefault(number, 0), spentToday);
        }

        private static <T, R> @Nullable R mapped(@Nullable T value, Function<T, R> mapping) {
            return value == null ? null : mapping.apply(value);
        }
    }

    /** @param spentToday in millionths of a dollar */
    Traffic traffic(String address, long spentToday) {
        Instant now = clock.instant();
        return PhoneNumber.reported(address)
                .map(number -> new Traffic(
                        history.automaticSince(number, now.minus(HOUR)),
                        history.previousAnswer(number, now.minus(DAY)).orElse(null),
                        history.marketingSince(number, now.minus(DAY))
                                + elsewhere(List.of(number), CAMPAIGNS, now.minus(DAY))
                                        .getOrDefault(number, 0),
                        spentToday))
                .orElseGet(() -> new Traffic(0, null, 0, spentToday));
    }
}
