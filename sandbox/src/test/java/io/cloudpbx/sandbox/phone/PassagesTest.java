package io.cloudpbx.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The judge of the microphone journeys tells the spoken sound from every other. */
class PassagesTest {
    private final Melody spoken = new Melody(10, 1);
    private final float[] fed = spoken.at(8000);

    @Test
    void the_same_sound_comes_through_whole_however_late() {
        var passages = Passages.of(Arrays.copyOfRange(fed, 12_345, 70_000), spoken);
        assertThat(passages.found()).isEqualTo(1);
        assertThat(passages.drift()).isLessThan(0.001);
    }

    @Test
    void samples_may_be_taken_between_those_that_were_fed() {
        float[] finer = spoken.at(48_000);
        float[] between = new float[60_000];
        for (int i = 0; i < between.length; i++) {
            between[i] = finer[6 * i + 3];
        }
        assertThat(Passages.of(between, spoken).found()).isEqualTo(1);
    }

    @Test
    void a_hiccup_spoils_one_passage_and_moves_the_rest() {
        float[] recording = new float[60_000];
        System.arraycopy(fed, 0, recording, 0, 20_800);
        System.arraycopy(fed, 21_200, recording, 20_800, 39_200);
        var passages = Passages.of(recording, spoken);
        assertThat(passages.found()).isEqualTo(0.9);
        assertThat(passages.drift()).isBetween(0.049, 0.051);
    }

    @Test
    void another_sound_does_not_pass() {
        assertThat(Passages.of(new Melody(10, 2).at(8000), spoken).found()).isZero();
    }
}
