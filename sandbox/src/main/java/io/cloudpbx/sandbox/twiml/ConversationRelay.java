package io.cloudpbx.sandbox.twiml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code <ConversationRelay>}: a WebSocket through which a customer's server converses ({@code twilio.md} section 10.1).
 *
 * @param url {@code wss}, or {@code ws} to a loopback host
 * @param welcomeGreeting empty for none
 * @param welcomeInterruptible what cuts the greeting short
 * @param interruptible what cuts everything else short
 * @param reportDuringSpeech what of the caller's input is told although it did not interrupt
 * @param speechTimeout the silence that ends speech; null when that is the carrier's choice ({@code auto})
 * @param parameters what {@code <Parameter>} children hand to the server
 * @param languages what {@code <Language>} children declare, by code
 * @param fault what makes the session impossible (64101); null when nothing does
 */
public record ConversationRelay(
        String url,
        String welcomeGreeting,
        Inputs welcomeInterruptible,
        Inputs interruptible,
        Inputs reportDuringSpeech,
        Voice voice,
        Duration interruptAfter,
        boolean dtmfDetection,
        boolean preemptible,
        boolean partialPrompts,
        boolean ignoreBackchannel,
        @Nullable Duration speechTimeout,
        Set<String> debug,
        Map<String, String> parameters,
        List<Voice> languages,
        @Nullable String fault) {

    /** What a caller can do: {@code none}, {@code dtmf}, {@code speech} or {@code any}. */
    public enum Inputs {
        NONE,
        DTMF,
        SPEECH,
        ANY;

        public boolean speech() {
            return this == SPEECH || this == ANY;
        }

        public boolean dtmf() {
            return this == DTMF || this == ANY;
        }
    }

    /**
     * How one language is spoken and understood.
     *
     * @param ttsLanguage BCP-47, or {@code multi}
     * @param voice the provider's default when the document names none
     */
    public record Voice(
            String ttsLanguage,
            String transcriptionLanguage,
            String ttsProvider,
            String voice,
            String transcriptionProvider,
            String speechModel) {}
}
