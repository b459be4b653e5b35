package io.cloudpbx.access.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.flow.SignInLimit.Attempts;
import io.cloudpbx.access.flow.SignInLimit.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInLimitTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Attempts attempts = new Attempts(0, NOON, null);

    @Test
    void five_attempts_are_free_and_the_sixth_waits_half_a_minute() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(attempt(NOON)).isInstanceOf(Verdict.Allowed.class);
        }
        assertThat(attempt(NOON)).isEqualTo(new Verdict.Refused(Duration.ofSeconds(30)));
        assertThat(attempt(NOON.plusSeconds(29))).isEqualTo(new Verdict.Refused(Duration.ofSeconds(1)));
        assertThat(attempt(NOON.plusSeconds(30))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void the_delay_doubles_up_to_a_quarter_of_an_hour_and_nobody_is_shut_out_for_good() {
        List<Duration> delays = new ArrayList<>();
        Instant now = NOON;
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertThat(attempt(now)).isInstanceOf(Verdict.Allowed.class);
            Instant until = attempts.blockedUntil();
            if (until != null) {
                delays.add(Duration.between(now, until));
                now = until;
            }
        }
        assertThat(delays)
                .extracting(Duration::toSeconds)
                .containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
    }

    @Test
    void attempts_during_a_delay_do_not_lengthen_it() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            attempt(NOON);
        }
        for (int attempt = 1; attempt <= 100; attempt++) {
            attempt(NOON.plusSeconds(10));
        }
        assertThat(attempt(NOON.plusSeconds(30))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void a_quarter_of_an_hour_without_attempts_makes_all_good() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            attempt(NOON);
        }
        attempt(NOON.plus(Duration.ofMinutes(15)).plusSeconds(1));
        assertThat(attempts)
                .isEqualTo(new Attempts(1, NOON.plus(Duration.ofMinutes(15)).plusSeconds(1), null));
    }

    private Verdict attempt(Instant now) {
        Verdict verdict = SignInLimit.PER_ACCOUNT.judge(attempts, now);
        if (verdict instanceof Verdict.Allowed(var counted)) {
            attempts = counted;
        }
        return verdict;
    }
}
