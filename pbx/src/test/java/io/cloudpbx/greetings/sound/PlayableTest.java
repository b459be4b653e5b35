package io.cloudpbx.greetings.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpbx.problems.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayableTest {
    @TempDir
    private Path folder;

    private Playable heard(byte[] content) throws IOException {
        return Playable.in(Files.write(folder.resolve("sound"), content));
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    @Test
    void a_wav_is_as_long_as_its_samples_and_as_loud() throws IOException {
        Playable heard = heard(Tone.wav(2, 0.5));

        assertThat(heard.type()).isEqualTo("audio/wav");
        assertThat(heard.length()).isEqualTo(Duration.ofSeconds(2));
        assertThat(heard.peaks()).hasSize(100).allMatch(peak -> peak > 0.9);
    }

    static Stream<AudioFormat> played() {
        return Stream.of(Tone.muLaw(), new AudioFormat(44_100, 16, 2, true, false));
    }

    @ParameterizedTest
    @MethodSource("played")
    void the_telephones_own_kind_and_the_studios_are_played_too(AudioFormat format) throws IOException {
        assertThat(heard(Tone.file(AudioFileFormat.Type.WAVE, format, 1, 0.5)).length())
                .isEqualTo(Duration.ofSeconds(1));
    }

    /** A microphone on one side of a stereo recorder. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void what_is_heard_on_one_side_only_is_heard(int side) throws IOException {
        Playable heard = heard(Tone.onOneSide(side));

        assertThat(heard.length()).isEqualTo(Duration.ofSeconds(1));
        assertThat(heard.peaks()).hasSize(100).allMatch(peak -> peak > 0.9);
    }

    @Test
    void an_mp3_is_as_long_as_its_frames_whatever_tags_stand_around_them() throws IOException {
        byte[] before =
                joined("ID3".getBytes(StandardCharsets.US_ASCII), new byte[] {4, 0, 0, 0, 0, 2, 0}, new byte[256]);
        byte[] nothing = new byte[300];
        byte[] after = joined("TAG".getBytes(StandardCharsets.US_ASCII), new byte[125]);

        assertThat(heard(Tone.mp3(100)).length()).isEqualTo(Duration.ofMillis(2612));
        assertThat(heard(joined(before, Tone.mp3(100), after)))
                .isEqualTo(new Playable("audio/mpeg", Duration.ofMillis(2612), null));
        assertThat(heard(joined(nothing, Tone.mp3(100), nothing)).length()).isEqualTo(Duration.ofMillis(2612));
    }

    @Test
    void an_mp3_of_half_the_rate_lasts_as_long_as_its_frames_do() throws IOException {
        byte[] file = new byte[50 * 208];
        for (int at = 0; at < file.length; at += 208) {
            file[at] = (byte) 0xff;
            file[at + 1] = (byte) 0xf3;
            file[at + 2] = (byte) 0x80;
        }

        assertThat(heard(file).length()).isEqualTo(Duration.ofMillis(1306));
    }

    static Stream<Arguments> refused() {
        byte[] tone = Tone.wav(1, 0.5);
        return Stream.of(
                Arguments.of(
                        "no sound at all", "<html>Hello</html>".getBytes(StandardCharsets.UTF_8), "unsupported_sound"),
                Arguments.of(
                        "another kind of sound",
                        Tone.file(AudioFileFormat.Type.AIFF, new AudioFormat(8000, 16, 1, true, true), 1, 0.5),
                        "unsupported_sound"),
                Arguments.of(
                        "three bytes a sample",
                        Tone.file(AudioFileFormat.Type.WAVE, new AudioFormat(8000, 24, 1, true, false), 1, 0.5),
                        "unsupported_sound"),
                Arguments.of("a WAV that ends early", Arrays.copyOf(tone, tone.length / 2), "unsupported_sound"),
                Arguments.of(
                        "a WAV in name alone",
                        "RIFF....WAVEfmt and no more".getBytes(StandardCharsets.US_ASCII),
                        "unsupported_sound"),
                Arguments.of(
                        "an MP3 with something else in it",
                        joined(Tone.mp3(50), new byte[500], Tone.mp3(50)),
                        "unsupported_sound"),
                Arguments.of("so little of an MP3 that it may be anything", Tone.mp3(9), "unsupported_sound"),
                Arguments.of("silence", Tone.wav(5, 0), "silent_sound"),
                Arguments.of("a click", Tone.wav(0.2, 0.5), "silent_sound"),
                Arguments.of("a click as MP3", Tone.mp3(12), "silent_sound"),
                Arguments.of("a speech", Tone.wav(121, 0.5), "sound_too_long"),
                Arguments.of("a speech as MP3", Tone.mp3(4600), "sound_too_long"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_callers_would_not_hear_is_refused_with_a_sentence(String what, byte[] content, String code) {
        var problem = catchThrowableOfType(Problem.class, () -> heard(content));

        assertThat(problem).as(what).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.getMessage()).matches("[A-Z].*\\.");
    }
}
