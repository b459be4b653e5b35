package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The opt-outs that hold for every text. */
@Component
class KnownStops implements StopList {
    private final OptOuts optOuts;
    private final AskedTogether<PhoneNumber> optedOut;

    KnownStops(OptOuts optOuts) {
        this.optOuts = optOuts;
        this.optedOut = new AskedTogether<>(numbers -> optOuts.among(numbers).keySet());
    }

    @Override
    public boolean has(PhoneNumber number) {
        return optedOut.isMember(number);
    }

    @Override
    public Set<PhoneNumber> among(Collection<PhoneNumber> numbers) {
        return optOuts.among(numbers).keySet();
    }

    @Override
    public void add(Delivery refused) {
        optOuts.optOut(refused.to(), new Evidence(Source.CARRIER, "", "delivery " + refused.id(), null));
    }
}
