package io.cloudpbx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final int STALL_MILLIS = 300;

    @Test
    void what_waits_behind_a_stalled_request_counts_from_when_it_was_due() throws Exception {
        AtomicInteger sent = new AtomicInteger();

        var course = Load.paced(1_000, 100, 1, request -> {
            sent.incrementAndGet();
            if (request == 0) {
                stall();
            }
        });

        assertThat(sent).hasValue(100);
        // Only the first was slow, and all were due in the tenth of a second in which nobody could send them.
        assertThat(course.millis(0)).isGreaterThan(STALL_MILLIS - 100.0);
        assertThat(course.millis(1)).isGreaterThanOrEqualTo(STALL_MILLIS);
    }

    private static void stall() {
        try {
            TimeUnit.MILLISECONDS.sleep(STALL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
