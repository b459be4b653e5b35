package io.cloudpbx.sandbox.audio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speaks text: by espeak-ng where it is installed, else by the voice inside FreeTTS. The same text always sounds the
 * same; nothing is ever silent.
 */
public final class Speech {
    private static final int MAX_CHARACTERS = 4096;
    private static final int CACHED_SAMPLES = 8_000_000;

    private final Optional<EspeakNg> espeak;
    private final FreeTtsVoice freeTts = new FreeTtsVoice();

    private final LinkedHashMap<Words, short[]> cache = new LinkedHashMap<>(64, 0.75f, true);
    private int cached;

    private record Words(String text, String language) {}

    private Speech(Optional<EspeakNg> espeak) {
        this.espeak = espeak;
    }

    /** The best voice on this machine. */
    public static Speech best() {
        return new Speech(EspeakNg.find());
    }

    /** The voice that every machine has. */
    public static Speech builtIn() {
        return new Speech(Optional.empty());
    }

    /** Speaks at most the first 4096 characters. */
    public short[] say(String text, String language) {
        Words words = new Words(text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text, language);
        short[] known = recall(words);
        if (known != null) {
            return known;
        }
        short[] spoken = speak(words);
        remember(words, spoken);
        return spoken;
    }

    private short @Nullable [] recall(Words words) {
        synchronized (cache) {
            return cache.get(words);
        }
    }

    private void remember(Words words, short[] spoken) {
        synchronized (cache) {
            if (cache.putIfAbsent(words, spoken) == null) {
                cached += spoken.length;
            }
            var oldest = cache.entrySet().iterator();
            while (cached > CACHED_SAMPLES && oldest.hasNext()) {
                Map.Entry<Words, short[]> entry = oldest.next();
                cached -= entry.getValue().length;
                oldest.remove();
            }
        }
    }

    private short[] speak(Words words) {
        short[] spoken = espeak.flatMap(engine -> engine.say(words.text(), words.language()))
                .filter(sound -> !Loudness.isSilent(sound))
                .orElseGet(() -> freeTts.say(words.text()));
        return Loudness.isSilent(spoken) ? Tones.hum(words.text().length()) : spoken;
    }
}
