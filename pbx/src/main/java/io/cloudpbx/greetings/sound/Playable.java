package io.cloudpbx.greetings.sound;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.SoundFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/**
 * A sound that phones can play.
 *
 * @param type {@code audio/wav} or {@code audio/mpeg}
 * @param peaks loudness from 0 to 1; null where the sound is compressed
 */
public record Playable(
        String type, Duration length, @Nullable List<Float> peaks) {
    /** Whoever calls wants to get somewhere. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration SHORTEST = Duration.ofMillis(500);

    /** @throws Problem that says why phones cannot play it, or why nobody would listen to it */
    public static Playable in(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Playable heard = isWav(content) ? wav(file) : mp3(content);
        if (heard.length().compareTo(LONGEST) > 0) {
            throw Problem.of(422, "sound_too_long", "It lasts longer than 2 minutes. Make it shorter.");
        }
        if (heard.length().compareTo(SHORTEST) < 0) {
            throw silent();
        }
        return heard;
    }

    private static boolean isWav(byte[] content) {
        return content.length > 12
                && text(content, 0).equals("RIFF")
                && text(content, 8).equals("WAVE");
    }

    private static String text(byte[] content, int at) {
        return new String(Arrays.copyOfRange(content, at, at + 4), StandardCharsets.US_ASCII);
    }

    private static Playable mp3(byte[] content) {
        return Mp3.length(content)
                .map(length -> new Playable("audio/mpeg", length, null))
                .orElseThrow(() -> Problem.of(
                        415, "unsupported_sound", "This is no sound that phones play. Choose a WAV or MP3 file."));
    }

    private static Playable wav(Path file) {
        try {
            if (!isPlayed(AudioSystem.getAudioFileFormat(file.toFile()).getFormat())) {
                throw unplayable();
            }
            SoundFile sound = SoundFile.read(file);
            if (sound.saysNothing()) {
                throw silent();
            }
            return new Playable("audio/wav", sound.length(), sound.normalised());
        } catch (UnsupportedAudioFileException | IOException | IllegalArgumentException broken) {
            throw unplayable();
        }
    }

    /** What every carrier plays: 16 bits, or the telephone's own 8. */
    private static boolean isPlayed(AudioFormat format) {
        boolean telephone = format.getEncoding().equals(Encoding.ULAW);
        boolean plain = format.getEncoding().equals(Encoding.PCM_SIGNED) && format.getSampleSizeInBits() == 16;
        return (telephone || plain) && format.getChannels() <= 2;
    }

    private static Problem unplayable() {
        return Problem.of(
                415, "unsupported_sound", "Phones don't play this WAV file. Save it again as 16-bit PCM, or as MP3.");
    }

    private static Problem silent() {
        return Problem.of(422, "silent_sound", "Nothing is heard in it. Choose another file.");
    }
}
