package io.cloudpbx.sandbox.call;

import java.time.Instant;

/** An utterance on its way to a listener, who may take longer to speak it aloud than the carrier thought. */
final class Playback {
    private final Utterance utterance;
    private final Instant latestEnd;
    private final Runnable interruption;
    private boolean finished;

    Playback(Utterance utterance, Instant latestEnd, Runnable interruption) {
        this.utterance = utterance;
        this.latestEnd = latestEnd;
        this.interruption = interruption;
    }

    /** Heard just as it sounds. */
    static Playback exact(Utterance utterance) {
        return new Playback(utterance, utterance.clip().end(), () -> {});
    }

    Instant latestEnd() {
        return latestEnd;
    }

    boolean isFinished() {
        return finished;
    }

    /** The listener has heard it to the end. */
    void finished() {
        finished = true;
    }

    /** It is over for everybody; when it was not heard to the end, the listener stops hearing it. */
    void end(Instant at) {
        if (!finished && at.isBefore(latestEnd)) {
            interruption.run();
        }
        finished = true;
        utterance.end(at);
    }
}
