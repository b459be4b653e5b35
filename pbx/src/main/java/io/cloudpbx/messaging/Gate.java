package io.cloudpbx.messaging;

import io.cloudpbx.messaging.Conversation.AnsweredBy;
import io.cloudpbx.messaging.compliance.Recipients;
import io.cloudpbx.messaging.flow.GateRules;
import io.cloudpbx.messaging.flow.TextGate;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.TextSituation;
import io.cloudpbx.messaging.flow.TextToSend;
import io.cloudpbx.messaging.flow.TextToSend.Draft;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads all that {@link TextGate} may know. No text leaves without its verdict. */
@Component
public class Gate {
    private final GateRulebook rulebook;
    private final Standings standings;
    private final Senders senders;
    private final FixedReplies fixedReplies;
    private final TextRows texts;
    private final Spending spending;
    private final Numbers numbers;
    private final Clock clock;

    Gate(
            GateRulebook rulebook,
            Standings standings,
            Senders senders,
            FixedReplies fixedReplies,
            TextRows texts,
            Spending spending,
            Numbers numbers,
            Clock clock) {
        this.rulebook = rulebook;
        this.standings = standings;
        this.senders = senders;
        this.fixedReplies = fixedReplies;
        this.texts = texts;
        this.spending = spending;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What the gate says of a text now. */
    public Verdict decide(Text text, Conversation conversation) {
        return TextGate.decide(toSend(text), situation(text, conversation));
    }

    private TextToSend toSend(Text text) {
        TextKind kind = kind(text);
        return new TextToSend(
                kind,
                Recipients.of(text.theirs()),
                text.body(),
                text.mediaCount(),
                false,
                kind == TextKind.ASSISTANT ? new Draft(text.epoch(), answered(text)) : null,
                kind == TextKind.CONFIRMATION ? fixedReplies.asked(text) : null);
    }

    private static TextKind kind(Text text) {
        if (text.kind() == null) {
            throw new IllegalArgumentException("An inbound text is not sent");
        }
        return text.kind();
    }

    /** Inbound texts are numbered by when they came, so that a draft knows the last it had read. */
    private long answered(Text draft) {
        return draft.answers() == null
                ? 0
                : texts.find(draft.answers())
                        .map(Text::createdAt)
                        .map(Gate::number)
                        .orElse(0L);
    }

    private static long number(@Nullable Instant at) {
        return at == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private TextSituation situation(Text text, Conversation conversation) {
        GateRules rules = rulebook.rules();
        Instant now = clock.instant();
        var to = PhoneNumber.reported(text.theirs());
        return new TextSituation(
                now,
                rulebook.isFrozen(),
                to.flatMap(numbers::holding).isPresent(),
                rules,
                senders.of(new PhoneNumber(text.ours())),
                standings.of(text.theirs(), conversation),
                standings.traffic(text.theirs(), spending.today(rules, now)),
                new TextSituation.Thread(
                        conversation.epoch(),
                        conversation.answeredBy() == AnsweredBy.ASSISTANT,
                        number(conversation.heardAt())));
    }
}
