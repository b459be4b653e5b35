package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.flow.Signatures;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Asks the gate about people in an audience, as it would be asked when each text leaves. */
@Component
class Foresight {
    private final BulkGate gate;
    private final Wording wording;
    private final Told told;

    Foresight(BulkGate gate, Wording wording, Told told) {
        this.gate = gate;
        this.wording = wording;
        this.told = told;
    }

    /** What somebody would read, and whether they would get it now. */
    record Foreseen(Delivery delivery, BulkText text, Judgement judgement) {}

    /** @param before what leaves before them, which the day's money must reach for as well */
    List<Foreseen> of(Campaign campaign, List<Delivery> some, Sent before) {
        Signatures signing = told.signing(some, wording.signatures(campaign));
        List<BulkText> texts =
                some.stream().map(delivery -> text(campaign, delivery, signing)).toList();
        List<Optional<Judgement>> unfit = some.stream()
                .map(delivery -> wording.unfit(campaign, delivery.fields()))
                .toList();
        // Whose message has a gap gets none, and costs nothing that others would miss.
        List<BulkText> whole = IntStream.range(0, some.size())
                .filter(i -> unfit.get(i).isEmpty())
                .mapToObj(texts::get)
                .toList();
        var verdicts = gate.decide(whole, campaign.kind(), before).iterator();
        List<Foreseen> foreseen = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Judgement judgement = unfit.get(i).orElseGet(() -> Judgement.of(verdicts.next()));
            foreseen.add(new Foreseen(some.get(i), texts.get(i), judgement));
        }
        return foreseen;
    }

    private static BulkText text(Campaign campaign, Delivery delivery, Signatures signing) {
        List<PhoneNumber> senders = campaign.senders();
        PhoneNumber sender = senders.get((int) (delivery.id() % senders.size()));
        String body = Wording.of(campaign, delivery.fields(), signing.to(delivery.to()));
        return new BulkText(sender, delivery.to(), body, campaign.kind(), campaign.media());
    }
}
