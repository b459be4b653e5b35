package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.telephony.PhoneNumber;
import org.springframework.stereotype.Component;

/** The opt-outs that hold for every text. */
@Component
class KnownStops implements StopList {
    private final OptOuts optOuts;

    KnownStops(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    @Override
    public boolean has(PhoneNumber number) {
        return optOuts.of(number).isPresent();
    }

    @Override
    public void add(Delivery refused) {
        optOuts.optOut(refused.to(), new Evidence(Source.CARRIER, "", "delivery " + refused.id(), null));
    }
}
