package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Mixer.Hearing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something said on another time line, as this leg's far side hears it. */
final class FarEar implements Hearing {
    private final Leg listener;
    private final Timeline timeline;
    private @Nullable Utterance heard;

    private FarEar(Leg listener) {
        this.listener = listener;
        this.timeline = listener.conversation().timeline();
    }

    static Hearing hear(Leg listener, Utterance utterance, Duration elapsed) {
        FarEar ear = new FarEar(listener);
        ear.timeline.send(() -> ear.begin(utterance, elapsed));
        return ear;
    }

    private void begin(Utterance original, Duration elapsed) {
        if (!listener.isOver()) {
            heard = original.startingAt(listener.now().minus(elapsed));
            listener.relay(heard);
        }
    }

    @Override
    public void finish(Duration length) {
        timeline.send(() -> {
            Utterance sound = heard;
            if (sound != null) {
                Instant end = sound.clip().start().plus(length);
                timeline.await(end, sound::isOver);
                sound.end(end);
            }
        });
    }

    @Override
    public void cut() {
        timeline.send(() -> {
            if (heard != null) {
                heard.end(listener.now());
            }
        });
    }
}
