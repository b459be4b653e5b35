package io.cloudpbx.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads a WAV from outside: is it one, how long, how loud. */
public final class SoundFile {
    private static final int BARS = 100;
    private static final int BYTES_PER_SAMPLE = 2;
    /** About −50 dB: hum and hiss stay below it, a whisper does not. */
    private static final double AUDIBLE = 0.003;

    private final float[] peaks;
    private final Duration length;
    private final double loudest;

    private SoundFile(float[] peaks, Duration length) {
        this.peaks = peaks;
        this.length = length;
        this.loudest = maximum(peaks);
    }

    /**
     * @throws UnsupportedAudioFileException when it is not a WAV, whatever its name says
     * @throws IOException also when it is shorter than its header promises
     */
    public static SoundFile read(Path file) throws IOException, UnsupportedAudioFileException {
        try (var in = AudioSystem.getAudioInputStream(file.toFile());
                var pcm = AudioSystem.getAudioInputStream(pcm(in.getFormat()), in)) {
            long frames = in.getFrameLength();
            byte[] samples = pcm.readAllBytes();
            int frameSize = pcm.getFormat().getFrameSize();
            if (frames > 0 && samples.length < frames * frameSize) {
                throw new IOException("The sound ends early: " + samples.length / frameSize + " of " + frames);
            }
            var length = Duration.ofMillis(Math.round(
                    samples.length / frameSize * 1000.0 / in.getFormat().getFrameRate()));
            return new SoundFile(peaks(samples, frameSize), length);
        }
    }

    private static AudioFormat pcm(AudioFormat from) {
        return new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED,
                from.getSampleRate(),
                8 * BYTES_PER_SAMPLE,
                from.getChannels(),
                BYTES_PER_SAMPLE * from.getChannels(),
                from.getSampleRate(),
                false);
    }

    private static float[] peaks(byte[] samples, int frameSize) {
        int frames = samples.length / frameSize;
        var peaks = new float[BARS];
        for (int frame = 0; frame < frames; frame++) {
            int bar = (int) ((long) frame * BARS / frames);
            peaks[bar] = Math.max(peaks[bar], loudest(samples, frame * frameSize, frameSize) / 32768f);
        }
        return peaks;
    }

    /** Of all channels: what is heard on one side only is heard. */
    private static int loudest(byte[] samples, int frame, int frameSize) {
        int loudest = 0;
        for (int at = frame; at < frame + frameSize; at += BYTES_PER_SAMPLE) {
            loudest = Math.max(loudest, Math.abs((samples[at + 1] << 8) | (samples[at] & 0xff)));
        }
        return loudest;
    }

    private static double maximum(float[] values) {
        double most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    public Duration length() {
        return length;
    }

    /** Whether somebody said something: not for half a second, and not in silence. */
    public boolean saysNothing() {
        return length.toMillis() < 500 || loudest < AUDIBLE;
    }

    Sound stored(long size, String sha256) {
        return new Sound(size, sha256, length, normalised());
    }

    /** The loudest bar fills the picture, as a quiet message is still a message. */
    public List<Float> normalised() {
        var bars = new ArrayList<Float>(BARS);
        for (float peak : peaks) {
            bars.add(loudest == 0 ? 0f : (float) (Math.round(peak / loudest * 1000) / 1000.0));
        }
        return bars;
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }
}
