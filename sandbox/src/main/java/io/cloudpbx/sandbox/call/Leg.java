package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.AudioTrack;
import io.cloudpbx.sandbox.audio.Clip;
import io.cloudpbx.sandbox.audio.Tones;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a conversation: the carrier on the near side, a party on the far side. Everything here happens on the
 * conversation's time line.
 */
final class Leg {
    private final Conversation conversation;
    private final Account account;
    private final Speaker speaker;
    private final Speaker listener;
    private final AudioTrack heard = new AudioTrack();
    private final AudioTrack said = new AudioTrack();
    private final Keypad keypad = new Keypad();
    private final List<Ear> ears = new ArrayList<>();

    private volatile Call call;
    private Party far = new SilentParty();
    private final Signalling signalling = new Signalling();
    private boolean answered;
    private @Nullable Utterance lastHeard;
    private @Nullable Leg bridged;
    private @Nullable Consumer<Utterance> audience;
    private final Waiting waiting = new Waiting(this);
    private Runnable onStar = () -> {};
    private final List<Runnable> whenOver = new ArrayList<>();
    private final List<Recorder> recorders = new ArrayList<>();
    private final List<Tap> taps = new ArrayList<>();

    /**
     * @param speaker whose voice the near side is
     * @param listener who is at the far side
     */
    Leg(Conversation conversation, Call call, Speaker speaker, Speaker listener) {
        this.conversation = conversation;
        this.account = conversation.equipment().state().account(call.accountSid());
        this.call = call;
        this.speaker = speaker;
        this.listener = listener;
    }

    Call call() {
        return call;
    }

    Account account() {
        return account;
    }

    Conversation conversation() {
        return conversation;
    }

    Equipment equipment() {
        return conversation.equipment();
    }

    Speaker speaker() {
        return speaker;
    }

    Speaker listener() {
        return listener;
    }

    AudioTrack heard() {
        return heard;
    }

    AudioTrack said() {
        return said;
    }

    /** What is being recorded here, in the order in which it was started. */
    List<Recorder> recorders() {
        return recorders;
    }

    /** Who hears both directions, bridged or not. */
    List<Tap> taps() {
        return taps;
    }

    Party far() {
        return far;
    }

    void connectTo(Party party) {
        far = party;
    }

    Instant now() {
        return conversation.timeline().now();
    }

    /** The standard parameters, as they are at this moment. */
    Map<String, String> parameters() {
        return CallParameters.standard(call);
    }

    Signalling signalling() {
        return signalling;
    }

    void describe(Call.Details details) {
        call = call.with(details);
        equipment().state().save(call);
    }

    void tell(Speaker party, String event, String text) {
        conversation.tell(party, this, event, text);
    }

    // Waiting

    /**
     * Waits until the condition holds (true) or the deadline has come (false).
     *
     * @throws LegEnded when the leg ended meanwhile
     * @throws LegRedirected when the REST API gave it something else to do
     */
    boolean await(Instant deadline, BooleanSupplier condition) {
        return waiting.await(deadline, condition);
    }

    void pause(Duration length) {
        await(now().plus(length), () -> false);
    }

    /** Does what is cut short once the condition holds; true when it was. */
    boolean until(BooleanSupplier enough, Runnable work) {
        return waiting.until(enough, work);
    }

    /** Does what takes real time. Keys pressed meanwhile wait for the next {@code <Gather>}. */
    <T> T outside(Supplier<T> work) {
        keypad.want();
        T result;
        try {
            result = conversation.timeline().outside(work);
        } finally {
            keypad.wantNoMore();
        }
        waiting.stopIfNotWanted();
        return result;
    }

    // What the carrier does

    /** The near side answers a call that came in; an answered call stays as it is. */
    void answer() {
        if (isOver()) {
            throw new LegEnded();
        }
        if (!answered) {
            becomeAnswered();
            far.answered();
        }
    }

    void limitTo(Duration length) {
        waiting.limitTo(now().plus(length));
    }

    void redirect(Instructions instructions) {
        waiting.redirect(instructions);
    }

    /** The near side ends the leg: a call that was not yet answered is canceled. */
    void hangUp() {
        hangUp(answered ? Status.COMPLETED : Status.CANCELED);
    }

    /** @param unanswered what becomes of it when it was never answered */
    void hangUp(Status unanswered) {
        Status status = answered ? Status.COMPLETED : unanswered;
        if (end(status, speaker)) {
            far.closed(status);
        }
    }

    /** Plays something to the far side. */
    Playback say(Utterance utterance) {
        sent(utterance);
        return far.hear(utterance);
    }

    /** Presses a key towards the far side. */
    void press(char key) {
        Utterance pressed = Utterance.key(key, new Clip(now(), Tones.key(key)));
        tell(speaker, "pressed", String.valueOf(key));
        sent(pressed);
        far.overhear(pressed);
    }

    void progress(Status status) {
        if (call.status().compareTo(status) < 0 && !answered) {
            become(status);
        }
    }

    // What the far side does

    void farRings() {
        progress(Status.RINGING);
    }

    void farAnswered() {
        if (!isOver()) {
            becomeAnswered();
        }
    }

    void farRefused(Status status) {
        end(status, listener);
    }

    void farHungUp() {
        end(answered ? Status.COMPLETED : Status.CANCELED, listener);
    }

    /** The far side utters something. */
    void receive(Utterance utterance) {
        if (isOver()) {
            return;
        }
        heard.add(utterance.clip());
        lastHeard = utterance;
        taps.forEach(tap -> tap.inbound(utterance));
        if (utterance.kind() == Utterance.Kind.KEY) {
            receiveKey(utterance.text().charAt(0));
        }
        if (audience != null) {
            audience.accept(utterance);
            return;
        }
        ears.forEach(ear -> ear.hear(utterance));
        if (utterance.isSpeech()) {
            Instant from = now();
            utterance.whenOver(() -> logHeard(utterance, from));
        }
    }

    private void logHeard(Utterance utterance, Instant from) {
        String words = utterance.wordsBetween(from, now());
        if (!words.isEmpty() && audience == null) {
            tell(speaker, "heard", words);
        }
    }

    private void receiveKey(char key) {
        if (key == '*') {
            onStar.run();
        }
        keypad.pressed(key);
    }

    // Listening

    /** Keys pressed so far and from now on until {@link #ignoreKeys}. */
    Deque<Character> takeKeys() {
        keypad.want();
        return keypad.keys();
    }

    void ignoreKeys() {
        keypad.wantNoMore();
        keypad.keys().clear();
    }

    void whenStar(Runnable action) {
        onStar = action;
    }

    /** Hears what is being said at this moment, and everything from now on until it is closed. */
    Ear listen() {
        Ear ear = new Ear(ears::remove);
        ears.add(ear);
        speaking().ifPresent(ear::hear);
        return ear;
    }

    /** What the far side is uttering at this moment. */
    Optional<Utterance> speaking() {
        return Optional.ofNullable(lastHeard).filter(utterance -> !utterance.isOver());
    }

    /** Called once, when the leg has ended. */
    void whenOver(Runnable action) {
        whenOver.add(action);
    }

    // Bridging

    /** From now on the far sides of both legs hear each other. */
    void bridge(Leg other) {
        bridged = other;
        other.bridged = this;
        speakTo(other::relay);
        other.speakTo(this::relay);
        tell(Speaker.CARRIER, "bridged", other.call().to());
        relayWhatGoesOn(other);
        other.relayWhatGoesOn(this);
    }

    /** Who began to speak before he was connected is heard from now on. */
    private void relayWhatGoesOn(Leg other) {
        speaking().ifPresent(other::relay);
    }

    /** What the far side utters goes there from now on; null: again to what the leg's document does. */
    void speakTo(@Nullable Consumer<Utterance> others) {
        audience = others;
    }

    /** The far side hears what somebody else utters. */
    void relay(Utterance utterance) {
        sent(utterance);
        far.overhear(utterance);
    }

    private void sent(Utterance utterance) {
        said.add(utterance.clip());
        taps.forEach(tap -> tap.outbound(utterance));
    }

    void unbridge() {
        Leg other = bridged;
        if (other != null) {
            bridged = null;
            other.bridged = null;
            speakTo(null);
            other.speakTo(null);
        }
    }

    boolean isBridged() {
        return bridged != null;
    }

    // State

    boolean isAnswered() {
        return answered;
    }

    boolean isOver() {
        return call.status().isFinal();
    }

    private void becomeAnswered() {
        answered = true;
        become(Status.IN_PROGRESS);
        tell(call.direction() == Call.Direction.INBOUND ? speaker : listener, "answered", "");
    }

    private boolean end(Status status, Speaker by) {
        if (isOver()) {
            return false;
        }
        become(status);
        unbridge();
        tell(by, "hangup", status.text());
        whenOver.forEach(Runnable::run);
        return true;
    }

    private void become(Status status) {
        call = StatusChange.apply(call, status, now());
        equipment().state().save(call);
        equipment().notices().statusChanged(call);
        Hood.status(this);
    }
}
