package io.cloudpbx.sandbox.phone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A sound that never repeats itself, so that every piece of it can be found again in a recording. */
public final class Melody {
    private static final int NOTES_PER_SECOND = 20;

    private final double[] hertz;

    public Melody(int seconds, long seed) {
        this.hertz =
                new Random(seed).doubles(seconds * NOTES_PER_SECOND, 300, 2400).toArray();
    }

    /** Its samples between −1 and 1. */
    public float[] at(int rate) {
        float[] samples = new float[hertz.length * rate / NOTES_PER_SECOND];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double place = (double) i * NOTES_PER_SECOND / rate;
            phase += 2 * Math.PI * hertz[(int) place] / rate;
            // Each note swells and fades: without that, the jumps between notes would be heard as clicks.
            samples[i] = (float) (0.5 * Math.sin(phase) * Math.sin(Math.PI * (place - Math.floor(place))));
        }
        return samples;
    }

    public void write(Path file, int rate) throws IOException {
        float[] samples = at(rate);
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            bytes.putShort((short) Math.round(sample * Short.MAX_VALUE));
        }
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        try (AudioInputStream stream =
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
