package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.jobs.Failures;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ThisMachineTest {
    private final ThisMachine machine = new ThisMachine(new Failures(Clock.systemUTC()));

    @Test
    void what_is_under_way_comes_to_its_end_when_the_program_stops_with_all_that_it_plans() {
        var came = new AtomicBoolean();
        machine.at(soon(), () -> machine.at(soon(), () -> came.set(machine.isStopping())));

        machine.stop();

        assertThat(came).isTrue();
    }

    @Test
    void what_fails_keeps_nobody_waiting_when_the_program_stops() {
        machine.at(soon(), () -> {
            throw new IllegalStateException("It failed");
        });

        machine.stop();

        assertThat(machine.isRunning()).isFalse();
    }

    private long soon() {
        return machine.nanoTime() + Duration.ofMillis(50).toNanos();
    }
}
