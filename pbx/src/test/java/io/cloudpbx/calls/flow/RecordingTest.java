package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.flow.Recording.Between;
import io.cloudpbx.calls.flow.Recording.Direction;
import io.cloudpbx.calls.flow.Recording.Rule;
import io.cloudpbx.calls.flow.Recording.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compliance.md} section 8: which calls are recorded, who hears of it, and why. */
class RecordingTest {
    private static final Set<String> TEXAN = Set.of("US-TX");

    @Test
    void nobody_is_recorded_where_the_company_does_not_want_it() {
        var decided = decided(Rule.NEVER, "TX", TEXAN);

        assertThat(decided.recorded()).isFalse();
        assertThat(decided.told()).isEmpty();
        assertThat(decided.reason()).isEqualTo("Incoming calls are not recorded.");
    }

    /** C31, C32. */
    @ParameterizedTest
    @EnumSource(names = {"ONE_PARTY_STATES", "EVERYWHERE"})
    void whoever_is_recorded_is_told_on_either_line_wherever_they_are(Rule rule) {
        assertThat(decided(rule, "TX", TEXAN).told()).containsExactly(Side.CALLER, Side.COLLEAGUE);
        assertThat(Recording.of(Direction.OUTGOING, rule, new Between("TX", TEXAN))
                        .told())
                .containsExactly(Side.COLLEAGUE, Side.CALLED);
    }

    @Test
    void everywhere_is_also_where_everybody_has_to_agree_and_where_nobody_knows() {
        assertThat(decided(Rule.EVERYWHERE, null, Set.of()).recorded()).isTrue();
        assertThat(decided(Rule.EVERYWHERE, "CA", Set.of("US-CA")).recorded()).isTrue();
    }

    @Test
    void one_party_is_enough_where_both_sides_are_in_such_states() {
        var decided = decided(Rule.ONE_PARTY_STATES, "NY", TEXAN);

        assertThat(decided.recorded()).isTrue();
        assertThat(decided.reason()).startsWith("The consent of one party is enough in New York");
    }

    /** Also those of which lists say different things: Michigan, Oregon, Vermont. */
    @ParameterizedTest
    @ValueSource(strings = {"CA", "CT", "DE", "FL", "IL", "MD", "MA", "MT", "NV", "NH", "PA", "WA", "MI", "OR", "VT"})
    void where_everybody_has_to_agree_nobody_is_recorded_on_either_side(String state) {
        assertThat(decided(Rule.ONE_PARTY_STATES, state, TEXAN).recorded()).isFalse();
        assertThat(decided(Rule.ONE_PARTY_STATES, "TX", Set.of("US-" + state)).recorded())
                .isFalse();
    }

    @Test
    void the_stricter_side_counts_and_is_named() {
        assertThat(decided(Rule.ONE_PARTY_STATES, "TX", Set.of("US-CA")).reason())
                .isEqualTo("Everybody has to agree in California, where the other side’s number is from.");
        assertThat(decided(Rule.ONE_PARTY_STATES, "PA", TEXAN).reason())
                .isEqualTo("Everybody has to agree in Pennsylvania, where your people are.");
    }

    /** C19: an area code may be given out in several states. */
    @Test
    void of_several_states_that_cannot_be_ruled_out_the_strictest_counts() {
        assertThat(decided(Rule.ONE_PARTY_STATES, "TX", Set.of("US-TX", "US-FL"))
                        .recorded())
                .isFalse();
    }

    @Test
    void what_is_not_known_counts_as_the_strictest() {
        assertThat(decided(Rule.ONE_PARTY_STATES, null, TEXAN).reason()).contains("Nobody has said");
        assertThat(decided(Rule.ONE_PARTY_STATES, "TX", Set.of()).reason()).contains("Nobody knows");
        assertThat(decided(Rule.ONE_PARTY_STATES, "TX", Set.of("CA-ON")).reason())
                .contains("not known here");
        assertThat(decided(Rule.ONE_PARTY_STATES, "TX", Set.of("US-XX")).recorded())
                .isFalse();
    }

    private static Recording decided(Rule rule, @Nullable String ours, Set<String> theirs) {
        return Recording.of(Direction.INCOMING, rule, new Between(ours, theirs));
    }
}
