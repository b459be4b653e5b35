package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final SandboxClock clock = new SandboxClock(1000);
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Timeline timeline = new Timeline(clock, () -> over.complete(null));
    private final Instant start = timeline.now();
    private final List<String> story = new CopyOnWriteArrayList<>();

    private void pause(Duration length) {
        timeline.await(timeline.now().plus(length), () -> false);
    }

    private void tell(String what) {
        story.add(Duration.between(start, timeline.now()).toSeconds() + " " + what);
    }

    private void awaitEnd() {
        over.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void what_is_due_first_happens_first_and_at_its_own_instant_however_long_others_took() {
        timeline.begin(() -> {
            timeline.begin(() -> {
                pause(Duration.ofSeconds(2));
                // Slower than carrier time: 100 s go by on the clock.
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                tell("two");
            });
            timeline.begin(() -> {
                pause(Duration.ofSeconds(5));
                tell("five");
            });
            pause(Duration.ofSeconds(3));
            tell("three");
        });

        awaitEnd();
        assertThat(story).containsExactly("2 two", "3 three", "5 five");
    }

    @Test
    void who_waits_for_a_condition_goes_on_when_another_has_made_it_true() {
        boolean[] open = {false};
        timeline.begin(() -> {
            boolean met = timeline.await(Instant.MAX, () -> open[0]);
            tell("met " + met);
        });
        timeline.begin(() -> {
            pause(Duration.ofSeconds(4));
            open[0] = true;
        });

        awaitEnd();
        assertThat(story).containsExactly("4 met true");
    }

    @Test
    void a_deadline_that_comes_first_ends_the_wait() {
        timeline.begin(() -> tell(String.valueOf(timeline.await(timeline.now().plusSeconds(7), () -> false))));

        awaitEnd();
        assertThat(story).containsExactly("7 false");
    }

    @Test
    void while_one_is_away_the_others_do_not_overtake_him() {
        timeline.begin(() -> {
            timeline.begin(() -> {
                pause(Duration.ofSeconds(2));
                tell("waited");
            });
            timeline.outside(() -> {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                return "reply";
            });
            tell("back");
        });

        awaitEnd();
        assertThat(story).containsExactly("0 back", "2 waited");
    }

    @Test
    void one_may_be_away_while_the_other_waits_for_ever() {
        boolean[] answered = {false};
        timeline.begin(() -> {
            timeline.await(Instant.MAX, () -> answered[0]);
            tell("answered");
        });
        timeline.begin(() -> {
            answered[0] = timeline.outside(() -> true);
        });

        awaitEnd();
        assertThat(story).containsExactly("0 answered");
    }

    @Test
    void a_line_that_stands_still_tells_nobody_that_it_is_over() {
        timeline.begin(() -> pause(Duration.ofHours(20)));
        timeline.stop();

        assertThat(over).isNotDone();
    }
}
