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
        return party.leg().call().from();
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
