package io.cloudpbx.messaging;

import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Sender;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;

/** {@link Gate} for many texts at once: the same rules. */
public interface BulkGate {
    /**
     * What the gate says of each of them now, in their order; each counts on the money that those before it would cost.
     *
     * @param kind of all of them: {@link TextKind#MARKETING} or {@link TextKind#INFORMATIONAL}
     */
    default List<Verdict> decide(List<BulkText> texts, TextKind kind) {
        return decide(texts, kind, Sent.NOTHING);
    }

    /** The same, when others leave before them. @param before what those are */
    List<Verdict> decide(List<BulkText> texts, TextKind kind, Sent before);

    /** @param against why the gate would refuse whatever leaves from it; nothing where it would not */
    record SenderAsked(Sender sender, List<Check> against) {}

    /** What the gate knows of senders before anything leaves. @param media how many pictures each text carries */
    List<SenderAsked> senders(List<PhoneNumber> numbers, int media);
}
