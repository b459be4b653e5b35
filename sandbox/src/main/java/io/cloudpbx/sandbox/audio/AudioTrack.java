package io.cloudpbx.sandbox.audio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one party uttered, on the carrier's time line. Remembers the last minute, and everything since the start of the
 * oldest recording that is still running. Not safe for use by several threads at once.
 */
public final class AudioTrack {
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final List<Clip> clips = new ArrayList<>();
    private final List<Instant> recordings = new ArrayList<>();

    public void add(Clip clip) {
        clips.add(clip);
        forget(clip.start().minus(MEMORY));
    }

    private void forget(Instant before) {
        Instant limit = recordings.stream()
                .min(Instant::compareTo)
                .filter(oldest -> oldest.isBefore(before))
                .orElse(before);
        while (!clips.isEmpty() && clips.getFirst().end().isBefore(limit)) {
            clips.removeFirst();
        }
    }

    public void recordingStarted(Instant at) {
        recordings.add(at);
    }

    public void recordingFinished(Instant startedAt) {
        recordings.remove(startedAt);
    }

    /** When sound was, or will be, last audible; {@code from} when nothing is after it. */
    public Instant lastAudible(Instant from) {
        Instant last = from;
        for (Clip clip : clips.reversed()) {
            if (clip.audibleEnd().isAfter(last)) {
                last = clip.audibleEnd();
            } else if (clip.end().isBefore(last)) {
                break;
            }
        }
        return last;
    }

    /** The sound between two instants; where nothing was uttered there is digital silence. */
    public static short[] mix(Instant from, Instant to, AudioTrack... tracks) {
        int[] mix = new int[Pcm.samples(Duration.between(from, to))];
        for (AudioTrack track : tracks) {
            track.clips.forEach(clip -> clip.mixInto(mix, from));
        }
        short[] samples = new short[mix.length];
        for (int i = 0; i < mix.length; i++) {
            samples[i] = Pcm.clip(mix[i]);
        }
        return samples;
    }
}
