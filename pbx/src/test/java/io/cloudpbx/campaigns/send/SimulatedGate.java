package io.cloudpbx.campaigns.send;

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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The gate's own rules, over what this world knows: who has opted out, what they have had today, whether all is frozen. */
final class SimulatedGate implements BulkGate {
    private static final GateRules RULES = new GateRules(
            GateRules.DEFAULT_COUNTRIES,
            false,
            GateRules.Limits.DEFAULT,
            new GateRules.Prices(11_000, 30_000, 1_000_000_000),
            QuietHoursTable.shipped(),
            ZoneId.of("America/New_York"));
    private static final Standing.Consent CONSENT =
            new Standing.Consent("c-1", true, Instant.parse("2026-01-05T12:00:00Z"));
    private static final Map<PhoneNumber, Recipient> PEOPLE = new ConcurrentHashMap<>();
    private static final Map<PhoneNumber, Sender> SENDERS = new ConcurrentHashMap<>();

    private final Simulation simulation;
    private final Node node;

    SimulatedGate(Simulation simulation, Node node) {
        this.simulation = simulation;
        this.node = node;
    }

    @Override
    public List<Verdict> decide(List<BulkText> texts, TextKind kind, Sent before) {
        node.wait(Duration.ofMillis(5));
        return texts.stream().map(this::decide).toList();
    }

    private Verdict decide(BulkText text) {
        Recipient to = PEOPLE.computeIfAbsent(text.to(), number -> Recipients.of(number.e164()));
        return TextGate.decide(new TextToSend(text.kind(), to, text.body(), 0, true, null, null), situation(text));
    }

    private TextSituation situation(BulkText text) {
        int had = (int) simulation.tables().rows().stream()
                .filter(row -> row.to.equals(text.to()) && isOfToday(row))
                .count();
        return new TextSituation(
                node.clock().instant(),
                simulation.isFrozen(),
                false,
                RULES,
                SENDERS.computeIfAbsent(text.from(), SimulatedGate::sender),
                new Standing(optedOut(text.to()), null, CONSENT, CONSENT, null, null, null),
                new TextSituation.Traffic(had, null, had, 0),
                new TextSituation.Thread(0, false, 0));
    }

    private boolean isOfToday(DeliveryRow row) {
        return row.sentAt != null && row.sentAt.isAfter(node.clock().instant().minus(Duration.ofDays(1)));
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
