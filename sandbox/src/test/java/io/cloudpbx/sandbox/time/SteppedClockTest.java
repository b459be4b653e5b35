package io.cloudpbx.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code twilio.md} E13: an injectable clock; nothing sleeps. */
class SteppedClockTest {
    private final SandboxClock clock = new SandboxClock(1);
    private final List<String> story = new CopyOnWriteArrayList<>();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void stand() {
        clock.stand();
        start = clock.instant();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Returns when the thread has come to where it waits for the clock. */
    private Thread begin(Work work) {
        int before = clock.movers().size();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Awaitility.await().until(() -> clock.movers().size() > before);
        return thread;
    }

    private void tell(String what) {
        story.add(Duration.between(start, clock.instant()).toSeconds() + " " + what);
    }

    private void advance(int seconds) throws InterruptedException {
        clock.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void it_stops_at_a_whole_second_that_is_not_past_and_stays_there_when_it_is_stopped_again() {
        SandboxClock running = new SandboxClock(1);
        Instant before = running.instant();

        running.stand();
        Instant stopped = running.instant();
        running.stand();

        assertThat(stopped.getNano()).isZero();
        assertThat(stopped).isBetween(before, before.plusSeconds(2));
        assertThat(running.instant()).isEqualTo(stopped);
    }

    @Test
    void nothing_moves_until_it_is_advanced_and_then_by_exactly_that() throws InterruptedException {
        assertThat(clock.instant()).isEqualTo(start);

        advance(90);

        assertThat(clock.instant()).isEqualTo(start.plusSeconds(90));
    }

    @Test
    void what_is_due_happens_in_order_and_at_its_own_instant_also_what_that_brings_about() throws InterruptedException {
        begin(() -> {
            clock.pause(Duration.ofHours(2));
            tell("two hours");
        });
        begin(() -> {
            for (int i = 0; i < 3; i++) {
                clock.pause(Duration.ofSeconds(3000));
                tell("again");
            }
        });

        advance(86_400);

        assertThat(story).containsExactly("3000 again", "6000 again", "7200 two hours", "9000 again");
    }

    @Test
    void what_is_due_later_stays_due() throws InterruptedException {
        begin(() -> {
            clock.pause(Duration.ofSeconds(10));
            tell("ten");
        });

        advance(9);
        assertThat(story).isEmpty();
        advance(1);
        assertThat(story).containsExactly("10 ten");
    }

    @Test
    void who_waits_for_a_condition_goes_on_at_the_next_advance_after_it_holds() throws InterruptedException {
        boolean[] open = {false};
        begin(() -> {
            boolean met = clock.awaitUntil(start.plusSeconds(100), () -> open[0]);
            tell("met " + met);
        });

        advance(5);
        open[0] = true;
        clock.wake();
        assertThat(story).isEmpty();
        advance(5);

        assertThat(story).containsExactly("5 met true");
    }

    @Test
    void it_is_not_moved_past_something_in_flight() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        SandboxClock.Lasting webhook = clock.inFlight();
        Thread advancing = Thread.startVirtualThread(() -> {
            try {
                advance(60);
                tell("advanced");
                answered.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Awaitility.await().until(() -> advancing.getState() == Thread.State.WAITING);
        assertThat(clock.instant()).isEqualTo(start);

        webhook.close();
        answered.await();

        assertThat(story).containsExactly("60 advanced");
    }

    @Test
    void a_clock_that_runs_cannot_be_advanced() {
        clock.run(1);

        assertThatThrownBy(() -> advance(1)).isInstanceOf(Stepping.NotNow.class).hasMessageContaining("runs");
    }

    @Test
    void set_running_again_it_goes_on_from_where_it_stood_and_who_waits_wakes() throws InterruptedException {
        advance(1000);
        Thread waiting = begin(() -> {
            clock.pause(Duration.ofSeconds(50));
            tell("fifty");
        });

        clock.run(1000);
        waiting.join();

        assertThat(story).hasSize(1);
        assertThat(clock.instant()).isAfterOrEqualTo(start.plusSeconds(1050));
        assertThat(clock.speed()).isEqualTo(1000);
    }

    @Test
    void its_speed_can_be_changed_while_it_runs() throws InterruptedException {
        clock.run(1);
        Thread waiting = begin(() -> clock.pause(Duration.ofHours(1)));

        clock.run(100_000);
        waiting.join(10_000);

        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void a_speed_below_one_or_none_is_refused() {
        for (double speed : new double[] {0, 0.5, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> clock.run(speed)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
