package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Signatures;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who has been told lately who texts them and how to be left alone (C25): one question for many people, where it matters at all. */
@Component
public class Told {
    private final DeliveryLedger deliveries;
    private final Clock clock;

    public Told(DeliveryLedger deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** How texts are signed that leave for these people now. */
    public Signatures signing(List<Delivery> some, Signatures campaign) {
        if (some.isEmpty() || campaign.areAlike()) {
            return campaign;
        }
        var people = some.stream().map(Delivery::to).collect(Collectors.toSet());
        return campaign.knownTo(deliveries.told(people, clock.instant().minus(Signatures.KNOWN_FOR)));
    }
}
