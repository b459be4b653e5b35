package io.cloudpbx.sandbox.audio;

import java.util.Arrays;

/** The sounds that the carrier makes itself. */
public final class Tones {
    private static final double AMPLITUDE = 8000;
    private static final String KEYS = "123A456B789C*0#D";
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final int FADE = Pcm.RATE / 200;

    private Tones() {}

    /** The two tones of a key, 100 ms. */
    public static short[] key(char key) {
        int place = KEYS.indexOf(key);
        if (place < 0) {
            throw new IllegalArgumentException("No such key: " + key);
        }
        return tone(Pcm.RATE / 10, ROWS[place / 4], COLUMNS[place % 4]);
    }

    /** The beep before a recording: 1000 Hz, half a second. */
    public static short[] beep() {
        return tone(Pcm.RATE / 2, 1000);
    }

    /** What a fax machine answers with: 2100 Hz, three seconds. */
    public static short[] fax() {
        return tone(3 * Pcm.RATE, 2100);
    }

    /** What is heard while somebody waits: a slow walk over four notes, eight seconds. */
    public static short[] music() {
        double[] notes = {261.63, 329.63, 392, 329.63};
        short[] music = new short[0];
        for (double note : notes) {
            short[] tone = tone(2 * Pcm.RATE, note, note * 2);
            music = Arrays.copyOf(music, music.length + tone.length);
            System.arraycopy(tone, 0, music, music.length - tone.length, tone.length);
        }
        return music;
    }

    /** A hum as long as the text would take to say, for text that no voice can pronounce. */
    static short[] hum(int characters) {
        return tone(Math.max(1, characters) * Pcm.RATE * 6 / 100, 180, 223);
    }

    private static short[] tone(int samples, double... frequencies) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            double sum = 0;
            for (double frequency : frequencies) {
                sum += Math.sin(2 * Math.PI * frequency * i / Pcm.RATE);
            }
            double fade = Math.min(1, Math.min(i, samples - i) / (double) FADE);
            tone[i] = Pcm.clip(AMPLITUDE * fade * sum / frequencies.length);
        }
        return tone;
    }
}
