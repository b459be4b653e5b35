package io.cloudpbx.messaging;

import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.compliance.Recipients;
import io.cloudpbx.messaging.flow.GateRules;
import io.cloudpbx.messaging.flow.Sender;
import io.cloudpbx.messaging.flow.TextGate;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.TextSituation;
import io.cloudpbx.messaging.flow.TextToSend;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Judges by what a few questions to the database bring for all of them. */
@Component
class GateForMany implements BulkGate {
    private static final TextSituation.Thread NO_THREAD = new TextSituation.Thread(0, false, 0);

    private final GateRulebook rulebook;
    private final Standings standings;
    private final Senders senders;
    private final Spending spending;
    private final Numbers numbers;
    private final Clock clock;

    GateForMany(
            GateRulebook rulebook,
            Standings standings,
            Senders senders,
            Spending spending,
            Numbers numbers,
            Clock clock) {
        this.rulebook = rulebook;
        this.standings = standings;
        this.senders = senders;
        this.spending = spending;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public List<Verdict> decide(List<BulkText> texts, TextKind kind, Sent before) {
        var judging = new Judging(texts, kind, before);
        return texts.stream().map(judging::decide).toList();
    }

    private final class Judging {
        private final GateRules rules = rulebook.rules();
        private final boolean frozen = rulebook.isFrozen();
        private final Instant now = clock.instant();
        private final Standings.Many known;
        private final Set<PhoneNumber> ours;
        private final Map<PhoneNumber, Sender> from;
        private long spent;

        Judging(List<BulkText> texts, TextKind kind, Sent before) {
            Set<PhoneNumber> people = texts.stream().map(BulkText::to).collect(Collectors.toSet());
            this.known = standings.among(people, kind);
            this.ours = numbers.among(people);
            this.from = senders.among(texts.stream().map(BulkText::from).collect(Collectors.toSet()));
            this.spent = spending.today(rules, now) + Spending.cost(before, rules);
        }

        Verdict decide(BulkText text) {
            Verdict verdict = TextGate.decide(
                    new TextToSend(
                            text.kind(),
                            Recipients.of(text.to().e164()),
                            text.body(),
                            text.media().size(),
                            true,
                            null,
                            null),
                    situation(text));
            if (verdict instanceof Verdict.Send) {
                spent += Spending.cost(text.size(), rules);
            }
            return verdict;
        }

        private TextSituation situation(BulkText text) {
            return new TextSituation(
                    now,
                    frozen,
                    ours.contains(text.to()),
                    rules,
                    Objects.requireNonNull(from.get(text.from())),
                    known.standing(text.to()),
                    known.traffic(text.to(), spent),
                    NO_THREAD);
        }
    }

    @Override
    public List<SenderAsked> senders(List<PhoneNumber> numbers, int media) {
        Map<PhoneNumber, Sender> known = senders.among(Set.copyOf(numbers));
        return numbers.stream()
                .map(known::get)
                .map(Objects::requireNonNull)
                .map(sender -> new SenderAsked(sender, TextGate.against(sender, media)))
                .toList();
    }
}
