package io.cloudpbx.sandbox.phone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Where in one sound a piece of another is found, and how alike they are there.
 *
 * @param correlation 1 for the same sound whatever its loudness, near 0 for any other
 * @param offset in samples
 */
public record Likeness(double correlation, int offset) {
    public static Likeness find(float[] piece, float[] whole) {
        double[] pieceEnergy = energyUpTo(piece);
        double[] wholeEnergy = energyUpTo(whole);
        Likeness best = new Likeness(0, 0);
        for (int offset = 0; offset + piece.length <= whole.length; offset++) {
            double energy = wholeEnergy[offset + piece.length] - wholeEnergy[offset];
            double norm = Math.sqrt(energy * pieceEnergy[piece.length]);
            double correlation = norm > 0 ? product(piece, whole, offset) / norm : 0;
            if (correlation > best.correlation) {
                best = new Likeness(correlation, offset);
            }
        }
        return best;
    }

    /** The best likeness between the samples around this place, of the same sound in a finer resolution. */
    Likeness refined(float[] piece, float[] finer, int factor) {
        double best = correlation;
        for (int from = Math.max(0, (offset - 1) * factor); from <= (offset + 1) * factor; from++) {
            if (from + piece.length * factor <= finer.length) {
                best = Math.max(best, strided(piece, finer, from, factor));
            }
        }
        return new Likeness(best, offset);
    }

    private static double strided(float[] piece, float[] finer, int from, int stride) {
        double product = 0;
        double pieceEnergy = 0;
        double finerEnergy = 0;
        for (int i = 0; i < piece.length; i++) {
            float sample = finer[from + i * stride];
            product += piece[i] * sample;
            pieceEnergy += piece[i] * piece[i];
            finerEnergy += sample * sample;
        }
        double norm = Math.sqrt(pieceEnergy * finerEnergy);
        return norm > 0 ? product / norm : 0;
    }

    private static double product(float[] piece, float[] whole, int offset) {
        double sum = 0;
        for (int i = 0; i < piece.length; i++) {
            sum += piece[i] * whole[offset + i];
        }
        return sum;
    }

    private static double[] energyUpTo(float[] samples) {
        double[] energy = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            energy[i + 1] = energy[i] + samples[i] * samples[i];
        }
        return energy;
    }

    /** The samples of a 16-bit mono WAV of 8,000 a second; anything else is refused. */
    public static float[] samples(byte[] wav) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            AudioFormat format = stream.getFormat();
            if (format.getSampleRate() != 8000 || format.getChannels() != 1 || format.getSampleSizeInBits() != 16) {
                throw new IOException("Not what a telephone records: " + format);
            }
            ByteBuffer bytes = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort() / 32768f;
            }
            return samples;
        }
    }
}
