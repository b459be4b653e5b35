package io.cloudpbx.messaging;

import io.cloudpbx.messaging.compliance.QuietHoursTable;
import io.cloudpbx.messaging.compliance.Recipients;
import io.cloudpbx.messaging.flow.Clocks;
import io.cloudpbx.messaging.flow.QuietHours.Opening;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When people may be texted, on days to come as well: by the same table by which the gate decides. */
@Component
public class TextingHours {
    /** Of somebody of whom nothing is known but the number. */
    public Clocks of(PhoneNumber to, TextKind kind) {
        return Clocks.of(Recipients.of(to.e164()), kind);
    }

    public Opening at(Clocks clocks, Instant instant) {
        return clocks.at(instant, QuietHoursTable.shipped());
    }
}
