package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long sound is kept: as long as the words (C38), and no longer than the person it is of (C39). */
@Component
public class TapeKeeping {
    private final TapeRows rows;
    private final Tapes tapes;
    private final Forgetting forgetting;

    TapeKeeping(TapeRows rows, Tapes tapes, Forgetting forgetting) {
        this.rows = rows;
        this.tapes = tapes;
        this.forgetting = forgetting;
    }

    /** At most so many; how many there were. */
    public int deleteBefore(Instant before, int most) {
        List<Tape> old = rows.wantedBefore(before, most);
        old.forEach(tapes::delete);
        return old.size();
    }

    /** Of somebody who is on the phone now the rest follows when the carrier has it complete. */
    public void forget(ContactDeleted forgotten) {
        var numbers = forgotten.numbers().stream().map(PhoneNumber::e164).toList();
        for (Tape tape : rows.from(numbers)) {
            if (tape.recording() != null) {
                forgetting.recording(tape.recording(), forgotten.contactId());
            }
            tapes.delete(tape);
        }
    }
}
