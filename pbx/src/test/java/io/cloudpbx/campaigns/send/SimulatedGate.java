package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.compliance.QuietHoursTable;
import io.cloudpbx.messaging.compliance.Recipients;
import io.cloudpbx.messaging.flow.GateRules;
import io.cloudpbx.messaging.flow.Recipient;
import io.cloudpbx.messaging.flow.Sender;
import io.cloudpbx.messaging.flow.Standing;
import io.cloudpbx.messaging.flow.TextGate;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.TextSituation;
import io.cloudpbx.messaging.flow.TextToSend;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The gate's own rules, over what this world knows: of its people, of what left for them, and of the money that this has cost. */
final class SimulatedGate implements BulkGate {
    /** The business's own. */
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** In millionths of a dollar. */
    static final long SEGMENT = 11_000;

    private static final long MEDIA_TEXT = 30_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Set<String> DEAD = Set.of("30005", "30006");
    private static final Map<PhoneNumber, Recipient> PEOPLE = new ConcurrentHashMap<>();
    private static final Map<PhoneNumber, Sender> SENDERS = new ConcurrentHashMap<>();

    private final Simulation simulation;
    private final Clock clock;
    private final GateRules rules;

    /** @param clock of the node that asks */
    SimulatedGate(Simulation simulation, Clock clock) {
        this.simulation = simulation;
        this.clock = clock;
        this.rules = new GateRules(
                GateRules.DEFAULT_COUNTRIES,
                false,
                GateRules.Limits.DEFAULT,
                new GateRules.Prices(SEGMENT, MEDIA_TEXT, simulation.ceiling()),
                QuietHoursTable.shipped(),
                ZONE);
    }

    /** The beginning of the business's day. */
    static Instant midnight(Instant now) {
        return LocalDate.ofInstant(now, ZONE).atStartOfDay(ZONE).toInstant();
    }

    @Override
    public List<Verdict> decide(List<BulkText> texts, TextKind kind, Sent before) {
        var judging = new Judging(before);
        return texts.stream().map(judging::decide).toList();
    }

    private final class Judging {
        private final Instant now = clock.instant();
        private final List<DeliveryRow> left = simulation.tables().rows().stream()
                .filter(row -> row.sentAt != null)
                .toList();
        private long spent;

        Judging(Sent before) {
            this.spent = spentToday() + before.segments() * SEGMENT;
        }

        private long spentToday() {
            Instant midnight = midnight(now);
            return simulation.plant() == Plant.FORGETS_MONEY
                    ? 0
                    : SEGMENT
                            * left.stream()
                                    .filter(row -> !row.sentAt().isBefore(midnight))
                                    .mapToLong(row -> row.segments)
                                    .sum();
        }

        Verdict decide(BulkText text) {
            simulation.promises().judged(text, now);
            Recipient to = simulation
                    .plant()
                    .takesForTheirs(PEOPLE.computeIfAbsent(text.to(), number -> Recipients.of(number.e164())));
            Verdict verdict =
                    TextGate.decide(new TextToSend(text.kind(), to, text.body(), 0, true, null, null), situation(text));
            switch (verdict) {
                case Verdict.Send send -> spent += text.segments() * SEGMENT;
                case Verdict.Refuse refuse -> Fault.of(refuse.because().code()).ifPresent(simulation::meets);
                case Verdict.Later later -> {}
            }
            return verdict;
        }

        private TextSituation situation(BulkText text) {
            return new TextSituation(
                    now,
                    simulation.isFrozen(),
                    false,
                    rules,
                    SENDERS.computeIfAbsent(text.from(), SimulatedGate::sender),
                    standing(text.to()),
                    new TextSituation.Traffic(had(text.to(), HOUR), null, had(text.to(), DAY), spent),
                    new TextSituation.Thread(0, false, 0));
        }

        private int had(PhoneNumber to, Duration lately) {
            Instant since = now.minus(lately);
            return (int) left.stream()
                    .filter(row -> row.to.equals(to) && row.sentAt().isAfter(since))
                    .count();
        }

        private Standing standing(PhoneNumber to) {
            Crowd.Agreed agreed = simulation
                    .crowd()
                    .agreed(to, simulation.plant().agreedBy(simulation.world().instant()));
            return new Standing(optedOut(to), null, agreed.told(), agreed.sold(), null, null, unreachable(to));
        }

        /** Whose number the carrier found dead when it was last texted. */
        private @Nullable String unreachable(PhoneNumber to) {
            return left.stream()
                    .filter(row -> row.to.equals(to) && row.sentAt().isAfter(now.minus(REMEMBERED)))
                    .filter(row -> row.state == State.DELIVERED || row.state == State.FAILED)
                    .max(Comparator.comparing(DeliveryRow::sentAt))
                    .filter(row -> DEAD.contains(row.code))
                    .map(row -> row.sentence)
                    .orElse(null);
        }
    }

    private Standing.@Nullable OptedOut optedOut(PhoneNumber number) {
        Instant since = simulation.tables().optOuts.get(number);
        return since == null ? null : new Standing.OptedOut(since, Standing.Source.KEYWORD, "STOP");
    }

    @Override
    public List<SenderAsked> senders(List<PhoneNumber> numbers, int media) {
        return numbers.stream()
                .map(number -> new SenderAsked(sender(number), List.of()))
                .toList();
    }

    private static Sender sender(PhoneNumber number) {
        return new Sender(
                number,
                number.isTollFree(),
                true,
                true,
                new Sender.Abilities(true, true),
                Sender.Registration.APPROVED);
    }
}
