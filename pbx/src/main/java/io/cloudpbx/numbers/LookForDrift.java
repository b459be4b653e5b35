package io.cloudpbx.numbers;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.numbers.flow.Examination;
import io.cloudpbx.numbers.flow.ExaminedNumber;
import io.cloudpbx.numbers.store.NumberRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at the start and daily whether the carrier still sends the calls and texts of our numbers to us, and sets that right (R17): what somebody changed
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

    LookForDrift(Carrier carrier, NumberRows rows, Numbers numbers) {
        this.carrier = carrier;
        this.rows = rows;
        this.numbers = numbers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        try {
            var ours = rows.held();
            Examination.of(ours, ours.isEmpty() ? List.of() : carrier.owned(), Map.of())
                    .numbers()
                    .forEach(this::look);
            return new Outcome.Again(DAILY);
        } catch (CarrierFailure failure) {
            LOG.warn("The carrier did not say where calls and texts of our numbers go", failure);
            return new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }

    /** What is right is left as it is, and stays ready all the while. */
    private void look(ExaminedNumber examined) {
        OwnNumber number = examined.number();
        switch (examined.standing()) {
            case FINE -> {
                if (number.state() == NumberState.FAILED) {
                    numbers.check(number.id());
                } else if (examined.there() != null) {
                    rows.listed(number.id(), examined.there());
                }
            }
            case CHANGED -> {
                LOG.warn("{} was changed at the carrier, and is set right", number.number());
                numbers.check(number.id());
            }
            case GONE -> {
                if (number.state() == NumberState.READY) {
                    LOG.warn("{} is not in our account at the carrier any more", number.number());
                    numbers.check(number.id());
                }
            }
            case UNDER_WAY -> {}
        }
    }
}
