package io.cloudpbx.sandbox.audio;

import java.time.Duration;

/** The telephone's sound: signed 16-bit samples, 8000 a second, one channel. */
public final class Pcm {
    public static final int RATE = 8000;

    private static final long NANOS_PER_SAMPLE = 1_000_000_000L / RATE;

    private Pcm() {}

    public static Duration length(int samples) {
        return Duration.ofNanos(samples * NANOS_PER_SAMPLE);
    }

    /** Whole samples in this time, rounded down; never negative. */
    public static int samples(Duration length) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, length.toNanos() / NANOS_PER_SAMPLE));
    }

    public static short clip(double sample) {
        return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Little-endian bytes, as in WAV files and on the phone's line; an odd last byte is dropped. */
    public static short[] fromBytes(byte[] bytes) {
        short[] samples = new short[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
        }
        return samples;
    }

    public static byte[] toBytes(short[] samples, int from, int to) {
        byte[] bytes = new byte[2 * (to - from)];
        for (int i = from; i < to; i++) {
            bytes[2 * (i - from)] = (byte) samples[i];
            bytes[2 * (i - from) + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }
}
