package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Clip;
import io.cloudpbx.sandbox.audio.Pcm;
import io.cloudpbx.sandbox.audio.Tones;
import io.cloudpbx.sandbox.call.Telephone.Prompt;
import io.cloudpbx.sandbox.call.Telephone.State;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A person at a browser phone, at the far side of a leg. */
final class PhoneParty implements Party, CallListener {
    private static final Duration CHUNK = Duration.ofMillis(100);
    private static final Duration JITTER = Duration.ofMillis(400);
    private static final Duration SPEAKING_GRACE = Duration.ofSeconds(3);
    private static final int SPEAKING_FACTOR = 3;

    private final Leg leg;
    private final Telephone telephone;
    private final PhoneLine line;
    private final Map<String, Playback> prompts = new LinkedHashMap<>();
    private int promptCount;
    private Instant microphoneAt = Instant.MIN;
    private Instant quietAt = Instant.MIN;
    private Optional<String> endedBecause = Optional.empty();

    private PhoneParty(Leg leg, Telephone telephone) {
        this.leg = leg;
        this.telephone = telephone;
        this.line = new PhoneLine(this);
        leg.connectTo(this);
        leg.conversation().listen(this);
        leg.whenOver(() -> telephone.state(line, new State("ended", reason())));
    }

    /** The phone calls somebody over this leg. */
    static PhoneLine call(Leg leg, Telephone telephone) {
        PhoneParty party = new PhoneParty(leg, telephone);
        telephone.state(party.line, new State("dialing", ""));
        return party.line;
    }

    /** The leg rings the phone. */
    static void ring(Leg leg, Telephone telephone) {
        if (telephone.isBusy()) {
            leg.farRefused(Status.BUSY);
            return;
        }
        PhoneParty party = new PhoneParty(leg, telephone);
        telephone.ring(party.line);
    }

    Leg leg() {
        return leg;
    }

    private boolean isCaller() {
        return leg.call().direction() == Call.Direction.INBOUND;
    }

    private String reason() {
        return endedBecause.orElseGet(
                () -> isCaller() ? callerReason() : leg.call().status().text());
    }

    /** Not in service, as {@code <Reject>} plays it, is told apart from a line that rang in vain. */
    private String callerReason() {
        return leg.call().status() == Status.NO_ANSWER
                ? "rejected"
                : leg.call().status().text();
    }

    // What the person does

    void answer() {
        if (!leg.isAnswered() && !isCaller()) {
            leg.farAnswered();
            telephone.state(line, new State("connected", ""));
        }
    }

    void decline() {
        if (!leg.isAnswered()) {
            endedBecause = Optional.of("declined");
            leg.farRefused(Status.BUSY);
        }
    }

    void hangUp() {
        leg.farHungUp();
    }

    void press(char key) {
        leg.tell(leg.listener(), "pressed", String.valueOf(key));
        Utterance pressed = Utterance.key(key, new Clip(leg.now(), Tones.key(key)));
        leg.receive(pressed);
        pressed.end(pressed.clip().end());
    }

    void say(String words, short[] samples) {
        if (!leg.isAnswered()) {
            return;
        }
        Timeline timeline = leg.conversation().timeline();
        Instant start = quietAt.isAfter(leg.now()) ? quietAt : leg.now();
        quietAt = start.plus(Pcm.length(samples.length));
        timeline.begin(() -> {
            timeline.await(start, leg::isOver);
            leg.tell(leg.listener(), "said", words);
            Utterance said = Utterance.words(words, "en-US", new Clip(leg.now(), samples));
            leg.receive(said);
            timeline.await(said.clip().end(), leg::isOver);
            said.end(leg.now());
        });
    }

    /** Chunks that come one after the other are laid end to end, so that the network's unevenness is not heard. */
    void speak(byte[] pcm) {
        if (!leg.isAnswered() || pcm.length < 2) {
            return;
        }
        short[] samples = Pcm.fromBytes(pcm);
        Instant arrived = leg.now().minus(Pcm.length(samples.length));
        boolean goesOn = Duration.between(microphoneAt.isBefore(arrived) ? microphoneAt : arrived, arrived)
                        .compareTo(JITTER)
                <= 0;
        Instant start = goesOn && microphoneAt.isAfter(arrived.minus(JITTER)) ? microphoneAt : arrived;
        Utterance spoken = Utterance.microphone(new Clip(start, samples));
        microphoneAt = spoken.clip().end();
        leg.receive(spoken);
        spoken.end(spoken.clip().end());
    }

    void promptFinished(String id) {
        Playback playback = prompts.remove(id);
        if (playback != null) {
            playback.finished();
        }
    }

    // What the person perceives

    @Override
    public void happened(CallListener.Event event) {
        telephone.hood(line, event);
    }

    @Override
    public void told(Transcript.Entry entry) {
        telephone.told(line, entry);
    }

    @Override
    public void ringing() {
        telephone.state(line, new State("ringing", ""));
    }

    @Override
    public void answered() {
        telephone.state(line, new State("connected", ""));
    }

    @Override
    public void ringback(boolean on) {
        telephone.ringback(line, on);
    }

    @Override
    public Playback hear(Utterance prompt) {
        String id = "p" + ++promptCount;
        Duration length = prompt.fullLength();
        boolean[] interrupted = {false};
        Playback playback = new Playback(prompt, leg.now().plus(patience(length)), () -> {
            interrupted[0] = true;
            telephone.cutPrompt(line, id);
        });
        prompts.put(id, playback);
        telephone.prompt(line, new Prompt(id, kind(prompt), prompt.text(), prompt.language(), length.toMillis(), true));
        if (prompt.kind() == Utterance.Kind.SOUND_FILE) {
            stream(prompt);
        }
        prompt.whenOver(() -> {
            prompts.remove(id);
            if (!interrupted[0]) {
                telephone.promptHeard(line, id);
            }
            if (prompt.isSpeech()) {
                String words = interrupted[0] ? prompt.wordsBetween(Instant.MIN, leg.now()) : prompt.text();
                leg.tell(leg.listener(), "heard", words);
            }
        });
        return playback;
    }

    private Duration patience(Duration length) {
        return telephone.listensInTime()
                ? length
                : length.multipliedBy(SPEAKING_FACTOR).plus(SPEAKING_GRACE);
    }

    private static String kind(Utterance prompt) {
        return switch (prompt.kind()) {
            case WORDS -> "say";
            case BEEP -> "beep";
            case SOUND_FILE, KEY, FAX, MICROPHONE -> "play";
        };
    }

    @Override
    public void overhear(Utterance utterance) {
        switch (utterance.kind()) {
            case WORDS -> {
                telephone.heard(line, utterance.text());
                utterance.whenOver(
                        () -> leg.tell(leg.listener(), "heard", utterance.wordsBetween(Instant.MIN, leg.now())));
                stream(utterance);
            }
            case SOUND_FILE, BEEP, FAX -> stream(utterance);
            case KEY -> telephone.pressed(line, utterance.text().charAt(0));
            case MICROPHONE -> telephone.sound(line, utterance.clip().pcm(0, Integer.MAX_VALUE));
        }
    }

    /** Sound goes out at the pace at which it is heard, so that it can still be cut short. */
    private void stream(Utterance utterance) {
        Timeline timeline = leg.conversation().timeline();
        int step = Pcm.samples(CHUNK);
        timeline.begin(() -> {
            int sent = Pcm.samples(Duration.between(utterance.clip().start(), leg.now()));
            byte[] chunk = utterance.clip().pcm(sent, step);
            while (chunk.length > 0 && !leg.isOver()) {
                telephone.sound(line, chunk);
                sent += step;
                timeline.await(utterance.clip().start().plus(Pcm.length(sent)), leg::isOver);
                chunk = utterance.clip().pcm(sent, sent + step);
            }
        });
    }

    @Override
    public void recorded(Duration limit) {
        telephone.recording(line, limit.toSeconds());
    }

    @Override
    public void closed(Status status) {
        // The leg's end is told to the phone by the leg itself.
    }
}
