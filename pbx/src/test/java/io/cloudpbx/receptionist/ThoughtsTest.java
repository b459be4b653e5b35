package io.cloudpbx.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.claude.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThoughtsTest {
    private static final Duration NO_PATIENCE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UUID CALL = UUID.randomUUID();

    private final CountDownLatch pondering = new CountDownLatch(1);
    private final CountDownLatch thoughtOver = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Thoughts thoughts = new Thoughts(this::ponder, turn -> decided("offline"));

    @AfterEach
    void end() {
        thoughts.close();
    }

    private Decided ponder(CallerTurn turn) {
        asked.incrementAndGet();
        pondering.countDown();
        try {
            thoughtOver.await();
        } catch (InterruptedException notWanted) {
            interrupted.countDown();
        }
        return decided("claude");
    }

    /** What has not begun is dropped without an interruption. */
    private void awaitPondering() throws InterruptedException {
        assertThat(pondering.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Decided decided(String mind) {
        return new Decided(
                new Decision.Reprompt("Pardon?"),
                "en",
                mind,
                null,
                Usage.NONE,
                BigDecimal.ZERO,
                Duration.ZERO,
                "",
                List.of(),
                null);
    }

    @Test
    void who_loses_patience_finds_the_thought_again_and_nobody_is_asked_twice() {
        var said = HarborCalls.says("Hello");
        assertThat(thoughts.about(CALL, 1, said, NO_PATIENCE)).isEmpty();
        assertThat(thoughts.about(CALL, 1, said, NO_PATIENCE)).isEmpty();
        thoughtOver.countDown();

        assertThat(thoughts.underWay(CALL, 1, PATIENCE)).contains(decided("claude"));
        assertThat(thoughts.about(CALL, 1, said, PATIENCE)).contains(decided("claude"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void another_turn_is_another_thought_and_ends_the_one_before() throws InterruptedException {
        assertThat(thoughts.about(CALL, 1, HarborCalls.says("Hello"), NO_PATIENCE))
                .isEmpty();
        awaitPondering();
        assertThat(thoughts.about(CALL, 2, HarborCalls.says("Billing"), NO_PATIENCE))
                .isEmpty();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(thoughts.underWay(CALL, 1, NO_PATIENCE)).isEmpty();
        thoughtOver.countDown();
        assertThat(thoughts.underWay(CALL, 2, PATIENCE)).contains(decided("claude"));
    }

    @Test
    void a_call_that_is_over_is_thought_about_no_more() throws InterruptedException {
        assertThat(thoughts.about(CALL, 1, HarborCalls.says("Hello"), NO_PATIENCE))
                .isEmpty();
        assertThat(thoughts.areAbout(CALL)).isTrue();

        awaitPondering();
        thoughts.forget(CALL);

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(thoughts.areAbout(CALL)).isFalse();
    }

    @Test
    void a_mind_that_breaks_is_made_up_for() {
        try (var broken = new Thoughts(
                turn -> {
                    throw new IllegalStateException("A bug");
                },
                turn -> decided("offline"))) {
            assertThat(broken.about(CALL, 1, HarborCalls.says("Hello"), PATIENCE))
                    .contains(decided("offline").after(Consulted.notAsked("broken")));
        }
    }
}
