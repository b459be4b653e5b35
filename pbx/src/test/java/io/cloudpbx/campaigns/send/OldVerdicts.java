package io.cloudpbx.campaigns.send;

import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks a gate once about each text, and never again. */
final class OldVerdicts implements BulkGate {
    private final BulkGate gate;
    private final Map<BulkText, Verdict> given = new HashMap<>();

    OldVerdicts(BulkGate gate) {
        this.gate = gate;
    }

    @Override
    public List<Verdict> decide(List<BulkText> texts, TextKind kind, Sent before) {
        return texts.stream()
                .map(text -> given.computeIfAbsent(
                        text, asked -> gate.decide(List.of(asked), kind, before).getFirst()))
                .toList();
    }

    @Override
    public List<SenderAsked> senders(List<PhoneNumber> numbers, int media) {
        return gate.senders(numbers, media);
    }
}
