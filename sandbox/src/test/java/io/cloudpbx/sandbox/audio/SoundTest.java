package io.cloudpbx.sandbox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** How much of a tone is in a sound: 1 when there is nothing else. */
    private static double share(short[] samples, double frequency) {
        double sine = 0;
        double cosine = 0;
        double energy = 0;
        for (int i = 0; i < samples.length; i++) {
            double angle = 2 * Math.PI * frequency * i / Pcm.RATE;
            sine += samples[i] * Math.sin(angle);
            cosine += samples[i] * Math.cos(angle);
            energy += (double) samples[i] * samples[i];
        }
        return energy == 0 ? 0 : 2 * (sine * sine + cosine * cosine) / samples.length / energy;
    }

    private static byte[] file(AudioFormat format, double frequency) throws Exception {
        int frames = (int) format.getSampleRate();
        ByteBuffer pcm = ByteBuffer.allocate(frames * 2 * format.getChannels()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            for (int channel = 0; channel < format.getChannels(); channel++) {
                pcm.putShort((short) (10_000 * Math.sin(2 * Math.PI * frequency * i / format.getSampleRate())));
            }
        }
        AudioFormat linear = new AudioFormat(format.getSampleRate(), 16, format.getChannels(), true, false);
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(pcm.array()), linear, frames);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(AudioSystem.getAudioInputStream(format, stream), AudioFileFormat.Type.WAVE, file);
        return file.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(floats = {8000, 16000, 22050, 44100, 48000})
    void a_file_of_any_usual_rate_keeps_its_pitch_and_length(float rate) throws Exception {
        short[] sound = Wav.read(file(new AudioFormat(rate, 16, 1, true, false), 1000));

        assertThat(sound).hasSizeBetween(Pcm.RATE - 2, Pcm.RATE + 2);
        assertThat(share(sound, 1000)).isGreaterThan(0.99);
    }

    @Test
    void a_tone_that_the_telephone_cannot_carry_is_not_folded_into_one_that_it_can() throws Exception {
        short[] sound = Wav.read(file(new AudioFormat(44_100, 16, 1, true, false), 7000));

        assertThat(Loudness.isSilent(sound)).isTrue();
    }

    @Test
    void stereo_and_mu_law_files_are_read() throws Exception {
        assertThat(share(Wav.read(file(new AudioFormat(16_000, 16, 2, true, false), 440)), 440))
                .isGreaterThan(0.99);
        AudioFormat muLaw = new AudioFormat(AudioFormat.Encoding.ULAW, 8000, 8, 1, 1, 8000, false);
        assertThat(share(Wav.read(file(muLaw, 440)), 440)).isGreaterThan(0.99);
    }

    @Test
    void what_is_no_sound_file_is_refused() {
        assertThatThrownBy(() -> Wav.read("<html>".getBytes())).isInstanceOf(Wav.UnsupportedSound.class);
        assertThatThrownBy(() -> Wav.read(new byte[0])).isInstanceOf(Wav.UnsupportedSound.class);
    }

    @Test
    void what_is_written_is_read_back_sample_for_sample() {
        short[] beep = Tones.beep();

        assertThat(Wav.read(Wav.write(beep))).isEqualTo(beep);
        assertThat(Wav.write(beep, beep)).hasSize(44 + 4 * beep.length);
    }

    @Test
    void the_built_in_voice_speaks_without_a_display_or_a_sound_card() {
        Speech speech = Speech.builtIn();

        short[] hello = speech.say("Hello, please leave a message for Maria.", "en-US");

        assertThat(Pcm.length(hello.length)).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(5));
        assertThat(Loudness.isSilent(hello)).isFalse();
        assertThat(speech.say("Hello, please leave a message for Maria.", "en-US"))
                .isSameAs(hello);
        assertThat(speech.say("Something else entirely.", "en-US")).isNotEqualTo(hello);
    }

    @Test
    void what_no_voice_can_pronounce_is_still_audible() {
        assertThat(Loudness.isSilent(Speech.builtIn().say("你好 🎉", "en-US"))).isFalse();
        assertThat(Loudness.isSilent(Speech.builtIn().say("…", "en-US"))).isFalse();
    }

    @Test
    void the_best_voice_of_this_machine_speaks_also_what_looks_like_an_option() {
        assertThat(Loudness.isSilent(Speech.best().say("--help me please", "en-US")))
                .isFalse();
        assertThat(Loudness.isSilent(Speech.best().say("Guten Tag", "xx-nowhere --version")))
                .isFalse();
    }

    @Test
    void keys_sound_with_their_two_tones() {
        assertThat(share(Tones.key('1'), 697)).isGreaterThan(0.4);
        assertThat(share(Tones.key('1'), 1209)).isGreaterThan(0.4);
        assertThat(share(Tones.key('#'), 941)).isGreaterThan(0.4);
        assertThat(share(Tones.key('#'), 1477)).isGreaterThan(0.4);
    }

    @Test
    void tracks_are_mixed_at_their_instants_and_silent_elsewhere() {
        AudioTrack one = new AudioTrack();
        AudioTrack other = new AudioTrack();
        one.add(new Clip(NOON.plusSeconds(1), new short[] {100, 100}));
        other.add(new Clip(NOON.plusSeconds(1).plusNanos(125_000), new short[] {30_000, 30_000}));
        other.add(new Clip(NOON.plusSeconds(2), new short[] {30_000}));
        one.add(new Clip(NOON.plusSeconds(2), new short[] {30_000}));

        short[] mix = AudioTrack.mix(NOON, NOON.plusSeconds(3), one, other);

        assertThat(mix).hasSize(3 * Pcm.RATE);
        assertThat(mix[7999]).isZero();
        assertThat(mix[8000]).isEqualTo((short) 100);
        assertThat(mix[8001]).isEqualTo((short) 30_100);
        assertThat(mix[8002]).isEqualTo((short) 30_000);
        assertThat(mix[8003]).isZero();
        assertThat(mix[16_000]).as("loud and loud is as loud as it gets").isEqualTo(Short.MAX_VALUE);
    }

    @Test
    void a_clip_that_is_cut_is_silent_from_then_on() {
        AudioTrack track = new AudioTrack();
        Clip beep = new Clip(NOON, Tones.beep());
        track.add(beep);

        beep.cut(NOON.plusMillis(100));

        assertThat(track.lastAudible(NOON)).isEqualTo(NOON.plusMillis(100));
        assertThat(Loudness.isSilent(AudioTrack.mix(NOON.plusMillis(100), NOON.plusSeconds(1), track)))
                .isTrue();
    }

    @Test
    void a_track_forgets_what_is_older_than_a_minute_unless_it_is_being_recorded() {
        AudioTrack track = new AudioTrack();
        track.add(new Clip(NOON, Tones.beep()));
        track.recordingStarted(NOON);
        track.add(new Clip(NOON.plusSeconds(600), Tones.beep()));
        assertThat(Loudness.isSilent(AudioTrack.mix(NOON, NOON.plusSeconds(1), track)))
                .isFalse();

        track.recordingFinished(NOON);
        track.add(new Clip(NOON.plusSeconds(601), Tones.beep()));
        assertThat(Loudness.isSilent(AudioTrack.mix(NOON, NOON.plusSeconds(1), track)))
                .isTrue();
    }
}
