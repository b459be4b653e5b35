package io.cloudpbx.numbers;

import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.numbers.store.NumberRows.Wish;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the number named in {@code TWILIO_TOLL_FREE_NUMBER} ours, and has all our numbers looked at at every start, so that a changed public URL
 * or a repaired account takes effect.
 */
@Component
class MainNumber {
    private final TwilioSettings twilio;
    private final NumberRows rows;
    private final Jobs jobs;

    MainNumber(TwilioSettings twilio, NumberRows rows, Jobs jobs) {
        this.twilio = twilio;
        this.rows = rows;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void ensure() {
        Optional.ofNullable(twilio.tollFreeNumber())
                .flatMap(PhoneNumber::written)
                .ifPresent(this::ensure);
        jobs.soon(LookForDrift.KIND, LookForDrift.ALL);
    }

    /** One that is ready stays so while it is looked at. */
    private void ensure(PhoneNumber wanted) {
        rows.retireOtherMain(wanted);
        var main = rows.main();
        if (main.filter(number -> number.state() == NumberState.READY).isEmpty()) {
            UUID id = main.map(OwnNumber::id).orElseGet(() -> insert(wanted));
            rows.checkAgain(id);
            jobs.soon(NumberProvisioning.KIND, id.toString());
        }
    }

    private UUID insert(PhoneNumber wanted) {
        UUID id = UUID.randomUUID();
        rows.insert(id, Purpose.MAIN, null, wanted, new Wish("Main line", NumberState.BUYING));
        return id;
    }
}
