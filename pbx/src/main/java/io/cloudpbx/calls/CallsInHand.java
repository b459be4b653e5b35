package io.cloudpbx.calls;

import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.problems.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls with which something is done while they last, whoever began them. */
@Component
public class CallsInHand {
    private final CallRows calls;
    private final List<HandledElsewhere> elsewhere;

    CallsInHand(CallRows calls, List<HandledElsewhere> elsewhere) {
        this.calls = calls;
        this.elsewhere = elsewhere;
    }

    /**
     * Held until the transaction ends. One that somebody here began is led from here from then on.
     *
     * @throws Problem {@code call_not_found}, {@code call_over} or, of one that somebody here began, {@code call_not_with_us}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call lock(UUID id) {
        Call call = calls.lock(id)
                .or(() -> {
                    elsewhere.forEach(others -> others.handOver(id));
                    return calls.lock(id);
                })
                .orElseThrow(CallProblems::notFound);
        if (!call.isLive()) {
            throw CallProblems.over();
        }
        return call;
    }

    /**
     * One that is led from here, held like above; empty for one of which somebody who began it has done no more than talk and hold.
     *
     * @throws Problem {@code call_not_found}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Call> lockLed(UUID id) {
        Optional<Call> call = calls.lock(id);
        if (call.isEmpty() && elsewhere.stream().noneMatch(others -> others.keeps(id))) {
            throw CallProblems.notFound();
        }
        return call;
    }
}
