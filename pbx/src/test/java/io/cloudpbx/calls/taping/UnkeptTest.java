package io.cloudpbx.calls.taping;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.talk.Heard;
import io.cloudpbx.calls.talk.TurnView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnkeptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "My card is 4111 1111 1111 1111",
                "It is 219-09-9999",
                "Take this down, 1234 5678 9012 345, all of it",
            })
    void numbers_that_are_blotted_out_of_the_words_are_not_kept_as_sound(String words) {
        assertThat(Unkept.isIn(List.of(said("My bill"), said(words)))).isTrue();
    }

    @Test
    void telephone_numbers_and_silence_are_kept() {
        assertThat(Unkept.isIn(List.of(said("Call me at 415 555 0148"), said(""))))
                .isFalse();
    }

    @Test
    void keys_that_go_on_beyond_an_extension_are_not_kept() {
        assertThat(Unkept.isIn(List.of(pressed("411"), pressed("111")))).isTrue();
        assertThat(Unkept.isIn(List.of(pressed("101"), said("Luis"), pressed("102"))))
                .isFalse();
        assertThat(Unkept.isIn(List.of(pressed("101"), pressed("0")))).isFalse();
    }

    private static TurnView said(String words) {
        return turn(Heard.of(words, 1, ""));
    }

    private static TurnView pressed(String keys) {
        return turn(Heard.of("", 1, keys));
    }

    private static TurnView turn(Heard heard) {
        return new TurnView(
                1,
                "",
                Instant.EPOCH,
                heard.words(),
                heard.digits(),
                1.0,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                "turns");
    }
}
