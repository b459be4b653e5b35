package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Callback;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where two legs of different conversations are connected: one from a queue, one that has dialled it. */
final class Junction {
    private final Leg agent;
    private final Leg caller;
    private final @Nullable Callback whisper;
    private final Mixer mixer = new Mixer();
    private volatile Stage stage = Stage.CALLED;

    private enum Stage {
        CALLED,
        CONNECTED,
        PARTED
    }

    /** @param whisper what the caller hears before he is connected */
    Junction(Leg agent, Leg caller, @Nullable Callback whisper) {
        this.agent = agent;
        this.caller = caller;
        this.whisper = whisper;
    }

    @Nullable
    Callback whisper() {
        return whisper;
    }

    Leg agent() {
        return agent;
    }

    boolean isConnected() {
        return stage == Stage.CONNECTED;
    }

    boolean isOver() {
        return stage == Stage.PARTED;
    }

    /** The caller has heard all he is to hear first; on his own time line. */
    synchronized void connect() {
        if (stage == Stage.CALLED) {
            stage = Stage.CONNECTED;
            join(caller);
            look();
        }
    }

    /** On the leg's own time line: it hears the other, who hears it. */
    void join(Leg leg) {
        mixer.join(leg);
        mixer.attach(new Side(leg));
    }

    /** On the leg's own time line: it goes its own way, and so does the other. */
    void leave(Leg leg) {
        mixer.leave(leg);
        mixer.detach(new Side(leg));
        synchronized (this) {
            stage = Stage.PARTED;
            look();
        }
    }

    private void look() {
        agent.conversation().timeline().send(() -> {});
        caller.conversation().timeline().send(() -> {});
    }

    private record Side(Leg leg) implements Mixer.Listener {
        @Override
        public boolean hears(Leg speaker) {
            return speaker != leg;
        }

        @Override
        public boolean hearsAnnouncements() {
            return true;
        }

        @Override
        public Mixer.Hearing hear(Leg speaker, Utterance utterance, Duration elapsed) {
            return FarEar.hear(leg, utterance, elapsed);
        }
    }
}
