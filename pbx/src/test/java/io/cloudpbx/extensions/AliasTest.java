package io.cloudpbx.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.extensions.Alias.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AliasTest {
    private static final UUID LUIS = UUID.randomUUID();
    private static final UUID DANA = UUID.randomUUID();

    @Test
    void one_caller_alone_connects_nobody_however_often_they_said_it() {
        var alias = alias(LUIS, "orteguita", 9, 1);

        assertThat(Alias.inUse(List.of(alias))).isEmpty();
        assertThat(alias.standing(List.of(alias))).isEqualTo(Standing.ONE_CALLER);
    }

    @Test
    void two_callers_are_believed() {
        var alias = alias(LUIS, "orteguita", 2, 2);

        assertThat(Alias.inUse(List.of(alias))).isEqualTo(Map.of(LUIS, List.of("orteguita")));
        assertThat(alias.standing(List.of(alias))).isEqualTo(Standing.IN_USE);
    }

    @Test
    void what_was_said_for_two_is_asked_about_even_if_only_one_caller_meant_the_other() {
        var luis = alias(LUIS, "orteguita", 5, 5);
        var dana = alias(DANA, "orteguita", 1, 1);
        var other = alias(DANA, "day na", 3, 2);

        assertThat(Alias.inUse(List.of(luis, dana, other))).isEqualTo(Map.of(DANA, List.of("day na")));
        assertThat(luis.standing(List.of(luis, dana, other))).isEqualTo(Standing.AMBIGUOUS);
        assertThat(dana.standing(List.of(luis, dana, other))).isEqualTo(Standing.AMBIGUOUS);
    }

    private static Alias alias(UUID extension, String words, int count, int callers) {
        return new Alias(UUID.randomUUID(), extension, words, count, callers, Instant.EPOCH, Instant.EPOCH);
    }
}
