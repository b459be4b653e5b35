package io.cloudpbx.greetings.sound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long an MP3 lasts, by its frames: what any header says of it may be anything. */
final class Mp3 {
    /** So few may be found in any bytes. */
    private static final int FEWEST_FRAMES = 10;

    private static final int ID3_HEADER = 10;

    /** In kbit/s, by the four bits of the header. */
    private static final int[] BIT_RATES = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};

    private static final int[] LOW_BIT_RATES = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    private Mp3() {}

    /** One frame. @param length in bytes, with its header */
    private record Frame(int length, double seconds) {}

    /** Empty when these bytes are no MP3, or one that breaks off. */
    static Optional<Duration> length(byte[] file) {
        int at = afterTags(file);
        int frames = 0;
        double seconds = 0;
        for (Frame frame = frame(file, at); frame != null; frame = frame(file, at)) {
            frames++;
            seconds += frame.seconds();
            at += frame.length();
        }
        return frames >= FEWEST_FRAMES && isEnd(file, at)
                ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty();
    }

    private static int afterTags(byte[] file) {
        int at = 0;
        while (startsWith(file, at, "ID3") && file.length >= at + ID3_HEADER) {
            int size = 0;
            for (int index = 6; index < ID3_HEADER; index++) {
                size = size << 7 | file[at + index] & 0x7f;
            }
            boolean footer = (file[at + 5] & 0x10) != 0;
            at = Math.min(file.length, at + ID3_HEADER + size + (footer ? ID3_HEADER : 0));
        }
        while (at < file.length && file[at] == 0) {
            at++;
        }
        return at;
    }

    /** What may follow the last frame: a tag, or nothing. */
    private static boolean isEnd(byte[] file, int at) {
        return IntStream.range(at, file.length).allMatch(index -> file[index] == 0)
                || startsWith(file, at, "TAG")
                || startsWith(file, at, "APETAGEX")
                || startsWith(file, at, "LYRICSBEGIN");
    }

    private static boolean startsWith(byte[] file, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return file.length - at >= wanted.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static @Nullable Frame frame(byte[] file, int at) {
        if (file.length - at < 4 || (file[at] & 0xff) != 0xff || (file[at + 1] & 0xe0) != 0xe0) {
            return null;
        }
        int version = file[at + 1] >> 3 & 3;
        int layer = file[at + 1] >> 1 & 3;
        int bits = file[at + 2] >> 4 & 15;
        int rate = file[at + 2] >> 2 & 3;
        boolean first = version == 3;
        int kilobits = (first ? BIT_RATES : LOW_BIT_RATES)[bits];
        if (version == 1 || layer != 1 || rate == 3 || kilobits == 0) {
            return null;
        }
        int hertz = SAMPLE_RATES[rate] / (first ? 1 : version == 2 ? 2 : 4);
        int padding = file[at + 2] >> 1 & 1;
        int length = (first ? 144_000 : 72_000) * kilobits / hertz + padding;
        return file.length - at < length ? null : new Frame(length, (first ? 1152.0 : 576.0) / hertz);
    }
}
