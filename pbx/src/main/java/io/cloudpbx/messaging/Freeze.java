package io.cloudpbx.messaging;

import io.cloudpbx.messaging.store.RecoveryRows;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether nothing may go out to people: this may be a copy of a system that still works, until an owner says it is not (R26). */
@Component
public class Freeze {
    private final GateRulebook rulebook;
    private final RecoveryRows recoveries;

    Freeze(GateRulebook rulebook, RecoveryRows recoveries) {
        this.rulebook = rulebook;
        this.recoveries = recoveries;
    }

    public boolean isOn() {
        return rulebook.isFrozen();
    }

    /** When the backup was made of which this system was restored since then. What came after that is at the carrier alone. */
    public Optional<Instant> restoredFrom(Instant since) {
        return recoveries.restoredFrom(since);
    }
}
