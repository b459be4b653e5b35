package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Pcm;
import java.time.Duration;

/** One call at a phone, as the person there acts on it. Every method may be called at any time, on any thread. */
public final class PhoneLine {
    private final PhoneParty party;

    PhoneLine(PhoneParty party) {
        this.party = party;
    }

    public String callSid() {
        return party.leg().call().sid();
    }

    public String from() {
        return party.leg().signalling().callerId(party.leg().call().from());
    }

    public String to() {
        return party.leg().call().to();
    }

    public void answer() {
        post(party::answer);
    }

    public void decline() {
        post(party::decline);
    }

    public void hangUp() {
        post(party::hangUp);
    }

    public void press(char key) {
        post(() -> party.press(key));
    }

    /**
     * The person speaks these words, after those still being spoken.
     *
     * @return how long that takes
     */
    public Duration say(String words) {
        short[] samples = party.leg().equipment().speech().say(words, "en-US");
        post(() -> party.say(words, samples));
        return Pcm.length(samples.length);
    }

    /** Calls back when so much of the call's own time has gone by. */
    public void after(Duration time, Runnable callback) {
        Timeline timeline = party.leg().conversation().timeline();
        timeline.post(() -> {
            timeline.await(timeline.now().plus(time), () -> false);
            callback.run();
        });
    }

    /** Until it is closed, time runs at real pace and nothing overtakes what the person does next. */
    public interface Attention extends AutoCloseable {
        @Override
        void close();
    }

    /** Only to be asked for within a {@link Telephone}'s methods, when something has happened to the phone. */
    public Attention attend() {
        return party.leg().conversation().timeline().expect(Duration.ZERO)::close;
    }

    /** The person speaks into the microphone: signed 16-bit little-endian samples, 8000 a second. */
    public void speak(byte[] pcm) {
        post(() -> party.speak(pcm));
    }

    /** The phone has spoken the prompt to its end. */
    public void promptFinished(String id) {
        post(() -> party.promptFinished(id));
    }

    private void post(Runnable act) {
        party.leg().conversation().timeline().post(() -> {
            if (!party.leg().isOver()) {
                act.run();
            }
        });
    }
}
