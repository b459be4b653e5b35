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
 * Makes the number named in {@code TWILIO_TOLL_FREE_NUMBER} ours, and points all our numbers at us at every start, so that a changed public URL
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
        rows.readyBesidesMain().forEach(number -> check(number.id()));
    }

    private void ensure(PhoneNumber wanted) {
        rows.retireOtherMain(wanted);
        UUID id = rows.main().map(OwnNumber::id).orElseGet(() -> insert(wanted));
        check(id);
    }

    private void check(UUID id) {
        rows.checkAgain(id);
        jobs.soon(NumberProvisioning.KIND, id.toString());
    }

    private UUID insert(PhoneNumber wanted) {
        UUID id = UUID.randomUUID();
        rows.insert(id, Purpose.MAIN, null, wanted, new Wish("Main line", NumberState.BUYING));
        return id;
    }
}
