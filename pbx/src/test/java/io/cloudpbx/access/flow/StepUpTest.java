package io.cloudpbx.access.flow;

import static io.cloudpbx.access.flow.StepUp.Means.CODE;
import static io.cloudpbx.access.flow.StepUp.Means.PASSKEY;
import static io.cloudpbx.access.flow.StepUp.Means.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.flow.StepUp.Means;
import io.cloudpbx.access.flow.StepUp.Verdict;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepUpTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Verdict FRESH = new Verdict.Fresh();
    private static final Verdict STALE = new Verdict.Stale(Set.of(PASSWORD));

    @Test
    void a_proof_is_good_for_ten_minutes_and_no_second_longer() {
        assertThat(judge(NOON, NOON)).isEqualTo(FRESH);
        assertThat(judge(NOON, NOON.plusSeconds(600))).isEqualTo(FRESH);
        assertThat(judge(NOON, NOON.plusSeconds(601))).isEqualTo(STALE);
        assertThat(judge(null, NOON)).isEqualTo(STALE);
    }

    @Test
    void a_clock_that_is_a_little_behind_does_no_harm_and_one_that_was_set_back_makes_no_proof_last() {
        assertThat(judge(NOON.plusSeconds(2), NOON)).isEqualTo(FRESH);
        assertThat(judge(NOON.plusSeconds(86_400), NOON)).isEqualTo(STALE);
    }

    @Test
    void who_has_a_second_factor_is_asked_for_it_and_not_for_the_password() {
        assertThat(StepUp.meansOf(true, false, false, false)).containsExactly(PASSWORD);
        assertThat(StepUp.meansOf(true, true, false, false)).containsExactly(CODE);
    }

    @Test
    void a_passkey_stands_in_for_either() {
        assertThat(StepUp.meansOf(true, false, true, false)).containsExactly(PASSWORD, PASSKEY);
        assertThat(StepUp.meansOf(true, true, true, false)).containsExactly(CODE, PASSKEY);
    }

    @Test
    void where_everybody_must_have_two_a_passkey_is_not_replaced_by_a_password() {
        assertThat(StepUp.meansOf(true, false, true, true)).containsExactly(PASSKEY);
        assertThat(StepUp.meansOf(true, true, true, true)).containsExactly(CODE, PASSKEY);
        assertThat(StepUp.meansOf(true, false, false, true)).containsExactly(PASSWORD);
    }

    @Test
    void signing_in_by_password_is_no_proof_of_somebody_who_is_asked_for_a_passkey_alone() {
        assertThat(new StepUp(NOON, false, Set.of(PASSKEY)).judge(NOON)).isEqualTo(new Verdict.Stale(Set.of(PASSKEY)));
        assertThat(new StepUp(NOON, true, Set.of(PASSKEY)).judge(NOON)).isEqualTo(FRESH);
        assertThat(new StepUp(NOON, false, Set.of(CODE, PASSKEY)).judge(NOON)).isEqualTo(FRESH);
    }

    @Test
    void of_somebody_who_has_nothing_to_prove_it_with_nothing_is_asked() {
        Set<Means> none = StepUp.meansOf(false, false, false, false);
        assertThat(new StepUp(null, false, none).judge(NOON)).isEqualTo(FRESH);
    }

    private static Verdict judge(@Nullable Instant provedAt, Instant now) {
        return new StepUp(provedAt, false, Set.of(PASSWORD)).judge(now);
    }
}
