package io.cloudpbx.sandbox.phone;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Quarter-second passages of a recording, one every half second, looked for in the sound that was fed to the
 * microphone. On a machine that is busy the browser itself drops a few milliseconds of its microphone now and then,
 * which spoils one passage and moves the following ones a little; another sound, a wrong pace or a lost second spoils
 * nearly all.
 */
public record Passages(List<Passage> all) {
    private static final int RATE = 8000;
    /** A telephone's sample may lie anywhere between two of another clock; this many places between are tried. */
    private static final int FINER = 6;

    private static final int FIRST = 1;
    private static final int COUNT = 10;

    /** @param seconds where in the recording it begins */
    public record Passage(double seconds, Likeness likeness) {
        boolean isFound() {
            return likeness.correlation() > 0.95;
        }

        private double delay() {
            return likeness.offset() / (double) RATE - seconds;
        }
    }

    /** Of the samples of a telephone line; the recording has to last six seconds or more. */
    public static Passages of(float[] recording, Melody fed) {
        return of(recording, fed.at(RATE), fed.at(RATE * FINER));
    }

    private static Passages of(float[] recording, float[] fed, float[] finer) {
        return new Passages(IntStream.range(0, COUNT)
                .mapToObj(i -> FIRST + i * 0.5)
                .filter(seconds -> (seconds + 0.25) * RATE <= recording.length)
                .map(seconds -> passage(
                        recording, seconds, piece -> Likeness.find(piece, fed).refined(piece, finer, FINER)))
                .toList());
    }

    private static Passage passage(float[] recording, double seconds, Function<float[], Likeness> search) {
        int from = (int) (seconds * RATE);
        return new Passage(seconds, search.apply(Arrays.copyOfRange(recording, from, from + RATE / 4)));
    }

    /** The share that came through, from 0 to 1. */
    public double found() {
        return all.stream().filter(Passage::isFound).count() / (double) all.size();
    }

    /** How far, in seconds, the passages have moved against each other on their way. */
    public double drift() {
        var delays = all.stream()
                .filter(Passage::isFound)
                .mapToDouble(Passage::delay)
                .summaryStatistics();
        return delays.getMax() - delays.getMin();
    }
}
