package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class WritingTest {
    private final List<Integer> written = new ArrayList<>();
    private final List<Integer> never = new ArrayList<>();
    private final List<Integer> later = new ArrayList<>();
    private int tries;
    private int away = Integer.MAX_VALUE;

    private final Writing<Integer> writing =
            new Writing<>(this::together, (one, failure) -> never.add(one), (some, failure) -> later.addAll(some));

    private void together(List<Integer> some) {
        tries++;
        if (tries >= away) {
            throw new DataAccessResourceFailureException("away");
        }
        if (some.contains(17)) {
            throw new DataIntegrityViolationException("not that");
        }
        if (some.contains(40)) {
            throw new IllegalArgumentException("nor that");
        }
        written.addAll(some);
    }

    @Test
    void all_are_written_at_once() {
        writing.write(List.of(1, 2, 3));

        assertThat(written).containsExactly(1, 2, 3);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void those_that_can_never_be_written_keep_nobody_else_from_it() {
        writing.write(numbers(64));

        assertThat(never).containsExactly(17, 40);
        assertThat(written).hasSize(62).doesNotHaveDuplicates();
        assertThat(later).isEmpty();
    }

    @Test
    void while_the_database_is_away_all_are_kept_for_later() {
        away = 1;

        assertThatThrownBy(() -> writing.write(numbers(64))).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(later).hasSize(64);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void when_it_goes_away_in_the_middle_nobody_is_forgotten() {
        away = 5;

        assertThatThrownBy(() -> writing.write(numbers(64))).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(written).isNotEmpty();
        List<Integer> all = new ArrayList<>(written);
        all.addAll(never);
        all.addAll(later);
        assertThat(all).containsExactlyInAnyOrderElementsOf(numbers(64));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
