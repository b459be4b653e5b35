package io.cloudpbx.hooks.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_success_ends_it(int status) {
        assertThat(Course.after(status, 1, 0)).isInstanceOf(Course.Delivered.class);
        assertThat(Course.after(status, 12, 0)).isInstanceOf(Course.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 199, 301, 302, 400, 401, 404, 409, 429, 500, 503})
    void anything_else_is_tried_again_and_a_redirect_is_no_success(int status) {
        assertThat(Course.after(status, 1, 0)).isEqualTo(new Course.Again(Duration.ofSeconds(5)));
    }

    @Test
    void who_is_gone_is_not_asked_again() {
        assertThat(Course.after(410, 1, 0)).isInstanceOf(Course.Gone.class);
    }

    @Test
    void twelve_attempts_over_three_days_each_after_a_longer_pause() {
        var pauses = IntStream.rangeClosed(1, 11)
                .mapToObj(tries -> ((Course.Again) Course.after(500, tries, 0)).in())
                .toList();

        assertThat(pauses).isSorted().doesNotHaveDuplicates();
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(70), Duration.ofHours(72));
        assertThat(Course.after(500, 12, 0)).isInstanceOf(Course.GivenUp.class);
    }

    @Test
    void by_chance_a_pause_is_up_to_a_tenth_longer() {
        assertThat(Course.after(500, 6, 0.5))
                .isEqualTo(new Course.Again(Duration.ofHours(1).plusMinutes(3)));
    }
}
