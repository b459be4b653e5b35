package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Clip;
import io.cloudpbx.sandbox.audio.Pcm;
import java.time.Instant;
import java.util.List;

/** {@code <Echo>}: says back what the caller says, until he hangs up. */
final class EchoRun {
    private final Leg leg;

    EchoRun(Leg leg) {
        this.leg = leg;
    }

    Next run() {
        try (Ear ear = leg.listen()) {
            while (true) {
                leg.await(Instant.MAX, () -> ear.heard().stream().anyMatch(Utterance::isOver));
                List<Utterance> over =
                        ear.heard().stream().filter(Utterance::isOver).toList();
                ear.heard().removeAll(over);
                over.forEach(this::sayBack);
            }
        }
    }

    private void sayBack(Utterance heard) {
        if (heard.kind() == Utterance.Kind.KEY) {
            leg.press(heard.text().charAt(0));
            return;
        }
        Clip clip = new Clip(leg.now(), Pcm.fromBytes(heard.clip().pcm(0, Integer.MAX_VALUE)));
        String words = heard.wordsBetween(Instant.MIN, heard.clip().end());
        Utterance echo = heard.isSpeech() ? Utterance.words(words, heard.language(), clip) : Utterance.microphone(clip);
        if (heard.isSpeech()) {
            leg.tell(leg.speaker(), "said", words);
        }
        Playback playback = leg.say(echo);
        leg.await(playback.latestEnd(), playback::isFinished);
        playback.finished();
        playback.end(leg.now());
    }
}
