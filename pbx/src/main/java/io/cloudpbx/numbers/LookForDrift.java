package io.cloudpbx.numbers;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.numbers.store.NumberRows;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks daily whether the carrier still sends the calls and texts of our numbers to us, and sets that right (R17): what somebody changed
 * there by mistake is noticed otherwise by nobody but callers.
 */
@Component
class LookForDrift implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(LookForDrift.class);

    static final String KIND = "numbers.drift";
    static final String ALL = "all";

    private static final Duration DAILY = Duration.ofDays(1);

    private final Carrier carrier;
    private final NumberRows rows;
    private final Numbers numbers;
    private final Jobs jobs;
    private final Clock clock;

    LookForDrift(Carrier carrier, NumberRows rows, Numbers numbers, Jobs jobs, Clock clock) {
        this.carrier = carrier;
        this.rows = rows;
        this.numbers = numbers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Each is looked at by the start itself. */
    @EventListener(ApplicationReadyEvent.class)
    void aDayAfterTheStart() {
        jobs.schedule(KIND, ALL, clock.instant().plus(DAILY));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        try {
            rows.held().stream()
                    .filter(number -> number.state() == NumberState.READY)
                    .forEach(this::look);
            return new Outcome.Again(DAILY);
        } catch (CarrierFailure failure) {
            LOG.warn("The carrier did not say where calls and texts of our numbers go", failure);
            return new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }

    private void look(OwnNumber number) {
        var held = number.number();
        if (held != null && carrier.owned(held).filter(number::isSetAsWanted).isEmpty()) {
            LOG.warn("{} was changed at the carrier, and is set right", held.e164());
            numbers.check(number.id());
        }
    }
}
