package io.cloudpbx.greetings.sound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Files that hold a tone, as people upload them. */
public final class Tone {
    public static final AudioFormat TELEPHONE = new AudioFormat(8000, 16, 1, true, false);

    private static final int HERTZ = 440;

    private Tone() {}

    /** @param volume from 0 to 1 */
    public static byte[] wav(double seconds, double volume) {
        return file(AudioFileFormat.Type.WAVE, TELEPHONE, seconds, volume);
    }

    static byte[] file(AudioFileFormat.Type type, AudioFormat format, double seconds, double volume) {
        var plain = new AudioFormat(format.getSampleRate(), 16, format.getChannels(), true, false);
        int frames = (int) (seconds * format.getSampleRate());
        byte[] samples = new byte[frames * plain.getFrameSize()];
        for (int at = 0; at < frames * plain.getChannels(); at++) {
            double second = at / plain.getChannels() / (double) plain.getSampleRate();
            int value = (int) (Math.sin(2 * Math.PI * HERTZ * second) * volume * 32_000);
            samples[2 * at] = (byte) value;
            samples[2 * at + 1] = (byte) (value >> 8);
        }
        var out = new ByteArrayOutputStream();
        try (var pcm = new AudioInputStream(new ByteArrayInputStream(samples), plain, frames);
                var sound = AudioSystem.getAudioInputStream(format, pcm)) {
            AudioSystem.write(sound, type, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** In stereo, with silence on the other. @param side 0 is left, 1 is right */
    static byte[] onOneSide(int side) {
        byte[] both = file(AudioFileFormat.Type.WAVE, new AudioFormat(8000, 16, 2, true, false), 1, 0.5);
        int header = both.length - 8000 * 4;
        for (int frame = header; frame < both.length; frame += 4) {
            both[frame + 2 * (1 - side)] = 0;
            both[frame + 2 * (1 - side) + 1] = 0;
        }
        return both;
    }

    static AudioFormat muLaw() {
        return new AudioFormat(Encoding.ULAW, 8000, 8, 1, 1, 8000, false);
    }

    /** Frames of MPEG-1 layer III, 128 kbit/s, 44.1 kHz, with nothing in them: 26.1 ms each. */
    public static byte[] mp3(int frames) {
        int length = 417;
        byte[] file = new byte[frames * length];
        for (int frame = 0; frame < frames; frame++) {
            int at = frame * length;
            file[at] = (byte) 0xff;
            file[at + 1] = (byte) 0xfb;
            file[at + 2] = (byte) 0x90;
        }
        return file;
    }
}
