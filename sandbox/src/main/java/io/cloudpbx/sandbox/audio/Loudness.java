package io.cloudpbx.sandbox.audio;

/** Tells sound from silence by the energy of 20 ms frames. */
public final class Loudness {
    private static final int FRAME = Pcm.RATE / 50;

    /** About −40 dB of full scale: room noise stays below, quiet speech above. */
    private static final double AUDIBLE_RMS = 300;

    private Loudness() {}

    /** The first sample of the first audible frame; the length when all is silent. */
    public static int audibleFrom(short[] samples) {
        for (int frame = 0; frame < samples.length; frame += FRAME) {
            if (audible(samples, frame, samples.length)) {
                return frame;
            }
        }
        return samples.length;
    }

    /** The end of the last audible frame within the first {@code length} samples; 0 when all is silent. */
    public static int audibleTo(short[] samples, int length) {
        for (int frame = (length - 1) / FRAME * FRAME; frame >= 0 && length > 0; frame -= FRAME) {
            if (audible(samples, frame, length)) {
                return Math.min(frame + FRAME, length);
            }
        }
        return 0;
    }

    public static boolean isSilent(short[] samples) {
        return audibleTo(samples, samples.length) == 0;
    }

    private static boolean audible(short[] samples, int from, int length) {
        int to = Math.min(from + FRAME, length);
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return Math.sqrt(energy / (to - from)) > AUDIBLE_RMS;
    }
}
