package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.relay.RelayEvent;
import io.cloudpbx.sandbox.twiml.ConversationRelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the caller of a {@code <ConversationRelay>} session: interrupts the agent, and makes prompts of what was
 * said. Only known words are heard; sound from a microphone is no speech here.
 */
final class RelayEar {
    private static final Duration AUTOMATIC_SILENCE = Duration.ofSeconds(1);
    private static final Duration PARTIAL_EVERY = Duration.ofSeconds(1);
    private static final Set<String> BACKCHANNEL =
            Set.of("yeah", "yes", "ok", "okay", "right", "sure", "mm-hmm", "mhm", "uh-huh", "hmm", "i see", "got it");

    private final Leg leg;
    private final ConversationRelay relay;
    private final RelayMouth mouth;
    private final Ear ear;
    private final Consumer<RelayEvent> tell;
    private final List<Utterance> prompt = new ArrayList<>();
    private String language;
    private @Nullable Utterance intruding;
    private Instant nextPartial = Instant.MAX;
    private String partial = "";

    RelayEar(Leg leg, ConversationRelay relay, RelayMouth mouth, Ear ear, Consumer<RelayEvent> tell) {
        this.leg = leg;
        this.relay = relay;
        this.mouth = mouth;
        this.ear = ear;
        this.tell = tell;
        this.language = relay.voice().transcriptionLanguage();
    }

    void useLanguage(String newLanguage) {
        language = newLanguage;
    }

    boolean isStirred() {
        return !ear.heard().isEmpty();
    }

    Instant next() {
        Instant next = promptEnds();
        if (relay.partialPrompts() && nextPartial.isBefore(next)) {
            next = nextPartial;
        }
        Utterance intruder = intruding;
        Instant interrupts = intruder == null ? Instant.MAX : interrupts(intruder);
        return interrupts.isBefore(next) ? interrupts : next;
    }

    private Instant interrupts(Utterance intruder) {
        return intruder.clip().start().plus(relay.interruptAfter());
    }

    private Instant promptEnds() {
        if (prompt.isEmpty()) {
            return Instant.MAX;
        }
        Duration silence = relay.speechTimeout();
        return prompt.getLast().clip().end().plus(silence == null ? AUTOMATIC_SILENCE : silence);
    }

    /** @return whether a prompt is complete, so that the server's answer is awaited */
    boolean goOn() {
        List<Utterance> heard = List.copyOf(ear.heard());
        ear.heard().clear();
        heard.stream().filter(Utterance::isSpeech).forEach(this::hear);
        interruptWhenDue();
        if (!leg.now().isBefore(promptEnds())) {
            return finishPrompt();
        }
        if (relay.partialPrompts() && !leg.now().isBefore(nextPartial)) {
            tellPartial();
        }
        return false;
    }

    private void hear(Utterance said) {
        if (!mouth.isSpeaking()) {
            collect(said);
        } else if (mouth.interruptibleBy().speech() && !isBackchannel(said)) {
            intruding = said;
        } else if (relay.reportDuringSpeech().speech()) {
            collect(said);
        }
    }

    private boolean isBackchannel(Utterance said) {
        String words =
                said.text().toLowerCase(Locale.ROOT).replaceAll("[.,!?]", "").strip();
        return relay.ignoreBackchannel() && BACKCHANNEL.contains(words);
    }

    private void interruptWhenDue() {
        Utterance intruder = intruding;
        if (intruder == null) {
            return;
        }
        boolean tooShort = intruder.clip().end().isBefore(interrupts(intruder));
        if (tooShort && !leg.now().isBefore(intruder.clip().end())) {
            intruding = null;
            if (relay.reportDuringSpeech().speech()) {
                collect(intruder);
            }
        } else if (!leg.now().isBefore(interrupts(intruder))) {
            intruding = null;
            if (mouth.isSpeaking()) {
                tell.accept(mouth.interrupt());
            }
            collect(intruder);
        }
    }

    private void collect(Utterance said) {
        if (prompt.isEmpty()) {
            nextPartial = leg.now().plus(PARTIAL_EVERY);
            clientSpeaks("on");
        }
        prompt.add(said);
    }

    private void tellPartial() {
        nextPartial = leg.now().plus(PARTIAL_EVERY);
        String words = words();
        if (!words.isEmpty() && !words.equals(partial)) {
            partial = words;
            tell.accept(new RelayEvent.Prompt(words, language, false));
        }
    }

    private boolean finishPrompt() {
        String words = words();
        prompt.clear();
        partial = "";
        nextPartial = Instant.MAX;
        clientSpeaks("off");
        if (words.isEmpty()) {
            return false;
        }
        tell.accept(new RelayEvent.Prompt(words, language, true));
        return true;
    }

    private void clientSpeaks(String value) {
        if (relay.debug().contains("speaker-events")) {
            tell.accept(new RelayEvent.Info("clientSpeaking", value));
        }
    }

    private String words() {
        return prompt.stream()
                .map(said -> said.wordsBetween(Instant.MIN, leg.now()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
