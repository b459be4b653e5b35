package io.cloudpbx.sandbox.call;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Tells when a participant of a conference begins and ceases to speak. Known words and sounds only: a microphone's
 * pieces are too short to tell speech from noise.
 */
final class SpeechNotices implements Mixer.Listener {
    private final Predicate<Leg> audible;
    private final BiConsumer<Leg, String> tell;

    /** @param tell takes {@code participant-speech-start} or {@code participant-speech-stop} */
    SpeechNotices(Predicate<Leg> audible, BiConsumer<Leg, String> tell) {
        this.audible = audible;
        this.tell = tell;
    }

    @Override
    public boolean hears(Leg speaker) {
        return audible.test(speaker);
    }

    @Override
    public boolean hearsAnnouncements() {
        return false;
    }

    @Override
    public Mixer.Hearing hear(Leg speaker, Utterance utterance, Duration elapsed) {
        boolean speaks = switch (utterance.kind()) {
            case WORDS, SOUND_FILE -> true;
            case BEEP, KEY, FAX, MICROPHONE -> false;
        };
        if (speaks) {
            tell.accept(speaker, "participant-speech-start");
        }
        return new Speech(speaker, speaks);
    }

    private final class Speech implements Mixer.Hearing {
        private final Leg speaker;
        private final boolean told;

        Speech(Leg speaker, boolean told) {
            this.speaker = speaker;
            this.told = told;
        }

        @Override
        public void finish(Duration length) {
            cut();
        }

        @Override
        public void cut() {
            if (told) {
                tell.accept(speaker, "participant-speech-stop");
            }
        }
    }
}
