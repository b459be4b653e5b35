package io.cloudpbx.sandbox.audio;

/** Brings sound of any rate to the telephone's by a windowed-sinc low-pass filter. */
final class Resampler {
    private static final int LOBES = 16;

    private Resampler() {}

    static short[] toTelephone(double[] samples, double rate) {
        if (rate == Pcm.RATE) {
            return rounded(samples);
        }
        double ratio = rate / Pcm.RATE;
        double cutoff = Math.min(1, 1 / ratio);
        double reach = LOBES / cutoff;
        short[] out = new short[(int) Math.round(samples.length / ratio)];
        for (int i = 0; i < out.length; i++) {
            out[i] = Pcm.clip(at(samples, i * ratio, cutoff, reach));
        }
        return out;
    }

    private static double at(double[] samples, double place, double cutoff, double reach) {
        int from = Math.max(0, (int) Math.ceil(place - reach));
        int to = Math.min(samples.length - 1, (int) Math.floor(place + reach));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double distance = i - place;
            sum += samples[i] * cutoff * sinc(distance * cutoff) * hann(distance / reach);
        }
        return sum;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double hann(double x) {
        return 0.5 + 0.5 * Math.cos(Math.PI * x);
    }

    private static short[] rounded(double[] samples) {
        short[] out = new short[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Pcm.clip(samples[i]);
        }
        return out;
    }
}
