package io.cloudpbx.messaging.restored;

import io.cloudpbx.messaging.SentElsewhere;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.FoundTextRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the gate of texts that nobody here knows: as of what kind they were is lost, each may have been of a campaign (C17). */
@Component
class SentSinceBackup implements SentElsewhere {
    private final FoundTextRows rows;

    SentSinceBackup(FoundTextRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<PhoneNumber, Integer> to(Collection<PhoneNumber> people, Set<TextKind> kinds, Instant since) {
        return kinds.contains(TextKind.MARKETING) ? rows.to(people, since) : Map.of();
    }

    @Override
    public Map<PhoneNumber, Ended> ended(Collection<PhoneNumber> people, Instant since) {
        return Map.of();
    }

    @Override
    public Map<String, Standing> standings(Collection<String> references) {
        return Map.of();
    }

    @Override
    public Sent sentSince(Instant since) {
        return rows.sentSince(since);
    }
}
