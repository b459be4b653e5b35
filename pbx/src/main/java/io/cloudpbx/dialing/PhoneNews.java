package io.cloudpbx.dialing;

import io.cloudpbx.calls.TakenOver;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** News of the two phones of a call, for whoever leads it at that moment. */
@Service
public class PhoneNews {
    private final Progress progress;
    private final TakenOver taken;

    PhoneNews(Progress progress, TakenOver taken) {
        this.progress = progress;
        this.taken = taken;
    }

    // Apart from each other: whoever leads a call elsewhere holds its row there before the one here.

    /** Of the phone of whoever began it. */
    public void ofOwn(UUID id, CarrierId phone, CallStatus status) {
        if (!progress.reported(id, phone, status)) {
            taken.told(id, phone, status);
        }
    }

    /** Of the phone of whoever is called. */
    public void ofCalled(UUID id, CarrierId phone, CallStatus status) {
        if (!progress.leg(id, phone, status)) {
            taken.told(id, phone, status);
        }
    }
}
