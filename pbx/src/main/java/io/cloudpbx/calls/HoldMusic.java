package io.cloudpbx.calls;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What callers hear who wait in a queue: broken chords, soft enough for a telephone. Made here, so that it is nobody else's. */
public final class HoldMusic {
    /** Open to everybody, as the carrier signs nothing when it fetches a sound. */
    public static final String PATH = "/media/hold-music.wav";

    private static final int RATE = 8000;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final int HEADER = 44;

    /** C, A minor, F and G, as distances from A in semitones; each is played up and down. */
    private static final int[][] CHORDS = {{-9, -5, -2, 3}, {-12, -9, -5, 0}, {-16, -12, -7, -4}, {-14, -10, -7, -2}};

    private static final int[] UP_AND_DOWN = {0, 1, 2, 3, 2, 1};
    private static final double CONCERT_PITCH = 440;
    private static final double SECONDS_PER_NOTE = 1;
    /** A note sounds on beneath those after it. */
    private static final double RINGS_FOR = 3;

    private static final double LOUDNESS = 3500;

    private HoldMusic() {}

    /** A WAV of 24 seconds. */
    public static byte[] wav() {
        double[] sound = new double[(int) (RATE * SECONDS_PER_NOTE * CHORDS.length * UP_AND_DOWN.length)];
        int at = 0;
        for (int[] chord : CHORDS) {
            for (int step : UP_AND_DOWN) {
                strike(sound, at, CONCERT_PITCH * Math.pow(2, chord[step] / 12.0));
                at += (int) (RATE * SECONDS_PER_NOTE);
            }
        }
        return written(sound);
    }

    /** What rings on past the end is heard at the beginning, so that the music goes round. */
    private static void strike(double[] sound, int from, double pitch) {
        for (int i = 0; i < RATE * RINGS_FOR; i++) {
            double second = (double) i / RATE;
            double swell = Math.min(1, second * 20) * Math.exp(-1.6 * second);
            double tone = Math.sin(2 * Math.PI * pitch * second) + 0.3 * Math.sin(4 * Math.PI * pitch * second);
            sound[(from + i) % sound.length] += LOUDNESS * swell * tone;
        }
    }

    private static byte[] written(double[] sound) {
        int size = sound.length * BYTES_PER_SAMPLE;
        var wav = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * BYTES_PER_SAMPLE).putShort((short) BYTES_PER_SAMPLE);
        wav.putShort((short) (8 * BYTES_PER_SAMPLE)).put(ascii("data")).putInt(size);
        for (double sample : sound) {
            wav.putShort((short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
