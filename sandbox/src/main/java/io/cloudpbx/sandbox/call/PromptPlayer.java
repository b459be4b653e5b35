package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Clip;
import io.cloudpbx.sandbox.audio.Tones;
import io.cloudpbx.sandbox.twiml.Verb;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Says, plays and pauses on a leg ({@code twilio.md} section 7). */
final class PromptPlayer {
    private final Leg leg;
    private final Consumer<Utterance> others;

    PromptPlayer(Leg leg) {
        this(leg, utterance -> {});
    }

    /** @param others hear it, too */
    PromptPlayer(Leg leg, Consumer<Utterance> others) {
        this.leg = leg;
        this.others = others;
    }

    /** @param interrupted once it holds, the prompt falls silent and the rest of it is not heard */
    void play(Verb.Prompt prompt, BooleanSupplier interrupted) {
        switch (prompt) {
            case Verb.Say say -> say(say, interrupted);
            case Verb.Play play -> play(play, interrupted);
            case Verb.Pause pause -> leg.await(leg.now().plus(pause.length()), interrupted);
        }
    }

    private void say(Verb.Say say, BooleanSupplier interrupted) {
        short[] samples = leg.equipment().speech().say(say.text(), say.language());
        for (int i = 0; i < say.loop() && !interrupted.getAsBoolean(); i++) {
            leg.tell(leg.speaker(), "said", say.text());
            utter(Utterance.words(say.text(), say.language(), clip(samples)), interrupted);
        }
    }

    private void play(Verb.Play play, BooleanSupplier interrupted) {
        SoundFiles.Result fetched =
                leg.outside(() -> leg.equipment().soundFiles().fetch(play.url()));
        switch (fetched) {
            case SoundFiles.Result.Sound sound -> {
                for (int i = 0; i < play.loop() && !interrupted.getAsBoolean(); i++) {
                    leg.tell(leg.speaker(), "played", play.url());
                    utter(Utterance.soundFile(play.url(), clip(sound.samples())), interrupted);
                }
            }
            case SoundFiles.Result.Unplayable unplayable -> report(unplayable);
        }
    }

    /** A sound that cannot be had is passed over; the document goes on. */
    private void report(SoundFiles.Result.Unplayable unplayable) {
        Hood.error(leg, unplayable.code(), unplayable.reason());
    }

    /** The carrier's own music; only what cuts it short ends it. */
    void music() {
        short[] tune = Tones.music();
        leg.tell(Speaker.CARRIER, "played", "music");
        while (true) {
            utter(Utterance.soundFile("music", clip(tune)), () -> false);
        }
    }

    void beep() {
        leg.tell(Speaker.CARRIER, "beep", "");
        utter(Utterance.beep(clip(Tones.beep())), () -> false);
    }

    void faxTone() {
        leg.tell(leg.speaker(), "played", "fax tone");
        utter(Utterance.fax(clip(Tones.fax())), () -> false);
    }

    private Clip clip(short[] samples) {
        return new Clip(leg.now(), samples);
    }

    private void utter(Utterance utterance, BooleanSupplier interrupted) {
        others.accept(utterance);
        Playback playback = leg.say(utterance);
        try {
            leg.await(playback.latestEnd(), () -> playback.isFinished() || interrupted.getAsBoolean());
            if (!interrupted.getAsBoolean()) {
                playback.finished();
            }
        } finally {
            playback.end(leg.now());
        }
    }
}
