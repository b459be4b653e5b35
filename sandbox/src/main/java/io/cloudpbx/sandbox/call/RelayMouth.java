package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Clip;
import io.cloudpbx.sandbox.relay.RelayEvent;
import io.cloudpbx.sandbox.relay.RelayOrder.Manner;
import io.cloudpbx.sandbox.twiml.ConversationRelay;
import io.cloudpbx.sandbox.twiml.ConversationRelay.Inputs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks what a customer's server wants spoken, one sentence after the other ({@code twilio.md} section 10). */
final class RelayMouth {
    /** After this silence of the server an unfinished sentence is spoken as it is. */
    private static final Duration TOKENS_MISSING = Duration.ofSeconds(1);

    private final Leg leg;
    private final ConversationRelay relay;
    private final Consumer<RelayEvent> tell;
    private final Deque<Item> queue = new ArrayDeque<>();
    private final TokenBuffer tokens = new TokenBuffer();
    private String language;
    private Talk talk = new Talk();
    private boolean talkComplete;
    private Item draft;
    private Instant lastToken = Instant.MAX;
    private @Nullable Item speaking;
    private @Nullable Utterance utterance;
    private @Nullable Playback playback;

    RelayMouth(Leg leg, ConversationRelay relay, Consumer<RelayEvent> tell) {
        this.leg = leg;
        this.relay = relay;
        this.tell = tell;
        this.language = relay.voice().ttsLanguage();
        this.draft = item("", null, new Manner(null, null));
    }

    /** What was said between two turns of the caller. */
    private static final class Talk {
        private final List<String> said = new ArrayList<>();
        private @Nullable Instant since;
    }

    /** @param samples the sound of a {@code play}; null when {@code text} is to be spoken */
    private record Item(
            Talk talk,
            String text,
            short @Nullable [] samples,
            String language,
            Inputs interruptible,
            boolean preemptible) {}

    void useLanguage(String newLanguage) {
        language = newLanguage;
    }

    void greet(String greeting) {
        queue.add(new Item(talk, greeting, null, language, relay.welcomeInterruptible(), relay.preemptible()));
        talkComplete = true;
    }

    void say(String token, boolean last, @Nullable String inLanguage, Manner manner) {
        beginTalk();
        if (tokens.isEmpty()) {
            draft = item("", inLanguage, manner);
        }
        tokens.add(token).forEach(this::enqueue);
        lastToken = leg.now();
        if (last) {
            tokens.flush().forEach(this::enqueue);
            talkComplete = true;
        }
    }

    void play(String source, short[] samples, int loop, Manner manner) {
        beginTalk();
        Item sound = item(source, null, manner);
        for (int i = 0; i < loop; i++) {
            queue.add(new Item(talk, source, samples, language, sound.interruptible(), sound.preemptible()));
        }
        talkComplete = true;
    }

    /** A new talk cuts short what may be preempted of the one before. */
    private void beginTalk() {
        if (!talkComplete) {
            return;
        }
        talkComplete = false;
        talk = new Talk();
        queue.removeIf(Item::preemptible);
        Item now = speaking;
        if (now != null && now.preemptible()) {
            finish(leg.now());
        }
    }

    private Item item(String text, @Nullable String inLanguage, Manner manner) {
        Boolean interruptible = manner.interruptible();
        Inputs by = interruptible == null ? relay.interruptible() : interruptible ? Inputs.ANY : Inputs.NONE;
        return new Item(
                talk,
                text,
                null,
                Objects.requireNonNullElse(inLanguage, language),
                by,
                Objects.requireNonNullElse(manner.preemptible(), relay.preemptible()));
    }

    private void enqueue(String sentence) {
        queue.add(new Item(talk, sentence, null, draft.language(), draft.interruptible(), draft.preemptible()));
    }

    /** Whether the caller hears something, or is about to. */
    boolean isSpeaking() {
        return speaking != null || !queue.isEmpty();
    }

    Inputs interruptibleBy() {
        Item item = speaking == null ? queue.peek() : speaking;
        return item == null ? Inputs.NONE : item.interruptible();
    }

    /** When it has to be looked at again. */
    Instant next() {
        Playback playing = playback;
        if (playing != null) {
            return playing.latestEnd();
        }
        return tokens.isEmpty() ? Instant.MAX : lastToken.plus(TOKENS_MISSING);
    }

    boolean isStirred() {
        Playback playing = playback;
        return playing == null ? !queue.isEmpty() : playing.isFinished();
    }

    /** Ends what is over and begins what comes next. */
    void goOn() {
        Playback playing = playback;
        if (playing != null && (playing.isFinished() || !leg.now().isBefore(playing.latestEnd()))) {
            playing.finished();
            finish(leg.now());
        }
        if (playback == null && queue.isEmpty() && !leg.now().isBefore(next())) {
            tokens.flush().forEach(this::enqueue);
        }
        if (playback == null && !queue.isEmpty()) {
            begin(queue.remove());
        }
    }

    private void begin(Item item) {
        short[] samples = item.samples();
        Utterance next;
        if (samples == null) {
            Clip clip = new Clip(leg.now(), leg.equipment().speech().say(item.text(), item.language()));
            next = Utterance.words(item.text(), item.language(), clip);
            leg.tell(leg.speaker(), "said", item.text());
        } else {
            next = Utterance.soundFile(item.text(), new Clip(leg.now(), samples));
            leg.tell(leg.speaker(), "played", item.text());
        }
        if (item.talk().since == null) {
            item.talk().since = leg.now();
            speakerEvent("on");
        }
        speaking = item;
        utterance = next;
        playback = leg.say(next);
    }

    private void finish(Instant at) {
        Item item = speaking;
        Utterance said = utterance;
        Playback playing = playback;
        speaking = null;
        utterance = null;
        playback = null;
        if (item == null || said == null || playing == null) {
            return;
        }
        boolean whole = playing.isFinished();
        playing.end(at);
        if (said.isSpeech()) {
            item.talk().said.add(whole ? said.text() : said.wordsBetween(Instant.MIN, at));
            if (relay.debug().contains("tokens-played")) {
                tell.accept(new RelayEvent.Info("tokensPlayed", item.talk().said.getLast()));
            }
        }
        if (queue.isEmpty()) {
            speakerEvent("off");
        }
    }

    private void speakerEvent(String value) {
        if (relay.debug().contains("speaker-events")) {
            tell.accept(new RelayEvent.Info("agentSpeaking", value));
        }
    }

    /** Falls silent for good reason: what was to come is never spoken. */
    RelayEvent.Interrupt interrupt() {
        Talk cut = speaking == null ? talk : speaking.talk();
        stop();
        Instant since = cut.since;
        String heard = String.join(" ", cut.said).strip();
        return new RelayEvent.Interrupt(
                heard, since == null ? 0 : Duration.between(since, leg.now()).toMillis());
    }

    void stop() {
        queue.clear();
        tokens.flush();
        finish(leg.now());
        talkComplete = true;
    }
}
