package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Clip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One piece of sound that a party utters, with the words in it when they are known. */
final class Utterance {
    /** What made the sound. */
    enum Kind {
        WORDS,
        SOUND_FILE,
        BEEP,
        KEY,
        FAX,
        MICROPHONE
    }

    private final Kind kind;
    private final String text;
    private final String language;
    private final Clip clip;
    private final Duration fullLength;
    private final List<Runnable> whenOver = new ArrayList<>();
    private boolean over;

    private Utterance(Kind kind, String text, String language, Clip clip) {
        this.kind = kind;
        this.text = text;
        this.language = language;
        this.clip = clip;
        this.fullLength = Duration.between(clip.start(), clip.end());
    }

    static Utterance words(String text, String language, Clip clip) {
        return new Utterance(Kind.WORDS, text, language, clip);
    }

    static Utterance soundFile(String url, Clip clip) {
        return new Utterance(Kind.SOUND_FILE, url, "", clip);
    }

    static Utterance beep(Clip clip) {
        return new Utterance(Kind.BEEP, "", "", clip);
    }

    static Utterance key(char key, Clip clip) {
        return new Utterance(Kind.KEY, String.valueOf(key), "", clip);
    }

    static Utterance fax(Clip clip) {
        return new Utterance(Kind.FAX, "", "", clip);
    }

    static Utterance microphone(Clip clip) {
        return new Utterance(Kind.MICROPHONE, "", "", clip);
    }

    /** The same, uttered once more from another instant on. */
    Utterance startingAt(Instant other) {
        return new Utterance(kind, text, language, clip.startingAt(other));
    }

    Kind kind() {
        return kind;
    }

    /** The words, the sound file's URL, or the key. */
    String text() {
        return text;
    }

    String language() {
        return language;
    }

    Clip clip() {
        return clip;
    }

    Duration fullLength() {
        return fullLength;
    }

    boolean isSpeech() {
        return kind == Kind.WORDS;
    }

    boolean isOver() {
        return over;
    }

    void whenOver(Runnable listener) {
        whenOver.add(listener);
    }

    /** It has been uttered, or was interrupted at this instant; what would have followed is heard by nobody. */
    void end(Instant at) {
        if (!over) {
            over = true;
            clip.cut(at);
            whenOver.forEach(Runnable::run);
        }
    }

    /** The words whose sound lies between two instants; words are taken to be equally long. */
    String wordsBetween(Instant from, Instant to) {
        String[] words = text.split(" ", -1);
        long length = Math.max(1, fullLength.toNanos());
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            // The middle of the word decides.
            Instant middle = clip.start().plusNanos((long) (length * ((i + 0.5) / words.length)));
            if (!middle.isBefore(from) && middle.isBefore(to)) {
                heard.add(words[i]);
            }
        }
        return String.join(" ", heard);
    }
}
