package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the gate about people in an audience, as it would be asked when each text leaves. */
@Component
class Foresight {
    private final BulkGate gate;
    private final Wording wording;

    Foresight(BulkGate gate, Wording wording) {
        this.gate = gate;
        this.wording = wording;
    }

    /** What somebody would read, and whether they would get it now. */
    record Foreseen(Delivery delivery, BulkText text, Judgement judgement) {}

    List<Foreseen> of(Campaign campaign, List<Delivery> some) {
        Wording present = wording.now();
        List<BulkText> texts =
                some.stream().map(delivery -> text(campaign, delivery, present)).toList();
        var verdicts = gate.decide(texts, campaign.kind());
        List<Foreseen> foreseen = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            String missing = wording.missing(campaign, some.get(i).fields());
            foreseen.add(new Foreseen(
                    some.get(i),
                    texts.get(i),
                    missing.isEmpty() ? Judgement.of(verdicts.get(i)) : Judgement.withoutField(missing)));
        }
        return foreseen;
    }

    private static BulkText text(Campaign campaign, Delivery delivery, Wording wording) {
        List<PhoneNumber> senders = campaign.senders();
        PhoneNumber sender = senders.get((int) (delivery.id() % senders.size()));
        String body = wording.of(campaign, delivery.fields());
        return new BulkText(sender, delivery.to(), body, campaign.kind(), campaign.media());
    }
}
