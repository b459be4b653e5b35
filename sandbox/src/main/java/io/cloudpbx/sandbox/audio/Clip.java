package io.cloudpbx.sandbox.audio;

import java.time.Duration;
import java.time.Instant;

/**
 * Sound that began at an instant. It may lie on several tracks at once; cutting it short cuts it on all of them.
 * Not safe for use by several threads at once: a conversation has one at a time.
 */
public final class Clip {
    private final Instant start;
    private final short[] samples;
    private int length;
    private int audibleLength;

    public Clip(Instant start, short[] samples) {
        this.start = start;
        this.samples = samples;
        this.length = samples.length;
        this.audibleLength = Loudness.audibleTo(samples, length);
    }

    /** All that this sound was at first, at another instant. */
    public Clip startingAt(Instant other) {
        return new Clip(other, samples);
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return start.plus(Pcm.length(length));
    }

    /** When its last audible part ends; its start when it is silent. */
    public Instant audibleEnd() {
        return start.plus(Pcm.length(audibleLength));
    }

    public boolean isSilent() {
        return audibleLength == 0;
    }

    /** Nothing of it is heard from then on. */
    public void cut(Instant at) {
        int heard = Pcm.samples(Duration.between(start, at));
        if (heard < length) {
            length = heard;
            audibleLength = Loudness.audibleTo(samples, length);
        }
    }

    /** Its samples from one to another, as far as there are, as little-endian bytes. */
    public byte[] pcm(int from, int to) {
        int end = Math.min(to, length);
        return from >= end ? new byte[0] : Pcm.toBytes(samples, from, end);
    }

    void mixInto(int[] mix, Instant from) {
        long offset = Duration.between(from, start).toNanos() * Pcm.RATE / 1_000_000_000L;
        int first = (int) Math.max(0, -offset);
        int last = (int) Math.min(length, mix.length - offset);
        for (int i = first; i < last; i++) {
            mix[(int) (i + offset)] += samples[i];
        }
    }
}
