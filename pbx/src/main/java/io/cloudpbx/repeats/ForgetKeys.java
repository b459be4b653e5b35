package io.cloudpbx.repeats;

import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.repeats.store.KeyRows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Nobody repeats a request after days; until then a key keeps what was made, which may name people. */
@Component
class ForgetKeys implements Recurring {
    private static final Duration KEPT = Duration.ofDays(2);

    private final KeyRows rows;
    private final Clock clock;

    ForgetKeys(KeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "repeats.forget-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        rows.forgetBefore(clock.instant().minus(KEPT));
    }
}
