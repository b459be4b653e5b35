package io.cloudpbx.recordings;

import java.time.Duration;
import java.util.List;

/** A stored WAV. Peaks are 100 loudness values from 0 to 1. */
public record Sound(long size, String sha256, Duration length, List<Float> peaks) {
    public Sound {
        peaks = List.copyOf(peaks);
    }
}
