package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.Attributes.Range;
import io.cloudpbx.sandbox.twiml.ConversationRelay.Inputs;
import io.cloudpbx.sandbox.twiml.ConversationRelay.Voice;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads {@code <ConversationRelay>} with the defaults and limits of {@code twilio.md} section 10.1. */
final class RelayReader {
    private static final Set<String> DEBUG = Set.of("debugging", "speaker-events", "tokens-played");

    private final @Nullable String documentUrl;
    private final List<Warning> warnings;
    private final List<String> faults = new ArrayList<>();

    RelayReader(@Nullable String documentUrl, List<Warning> warnings) {
        this.documentUrl = documentUrl;
        this.warnings = warnings;
    }

    ConversationRelay relay(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        attributes.ignore(
                "hints",
                "profanityFilter",
                "deepgramSmartFormat",
                "backgroundNoiseReduction",
                "elevenlabsTextNormalization",
                "intelligenceService",
                "conversationConfiguration");
        Voice voice = voice(attributes, attributes.text("language", "en-US"));
        List<Voice> languages = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        children(element, voice, languages, parameters);
        ConversationRelay relay = new ConversationRelay(
                url(attributes),
                attributes.text("welcomeGreeting", ""),
                inputs(attributes, "welcomeGreetingInterruptible", Inputs.ANY),
                inputs(attributes, "interruptible", Inputs.ANY),
                inputs(attributes, "reportInputDuringAgentSpeech", Inputs.NONE),
                voice,
                sensitivity(attributes),
                attributes.flag("dtmfDetection", false, 64101),
                attributes.flag("preemptible", false, 64101),
                attributes.flag("partialPrompts", false, 64101),
                attributes.flag("ignoreBackchannel", false, 64101),
                speechTimeout(attributes),
                debug(attributes),
                Map.copyOf(parameters),
                List.copyOf(languages),
                null);
        eotThreshold(attributes, voice);
        attributes.reportUnknown();
        return faults.isEmpty() ? relay : withFault(relay, String.join("; ", faults));
    }

    private static ConversationRelay withFault(ConversationRelay relay, String fault) {
        return new ConversationRelay(
                relay.url(),
                relay.welcomeGreeting(),
                relay.welcomeInterruptible(),
                relay.interruptible(),
                relay.reportDuringSpeech(),
                relay.voice(),
                relay.interruptAfter(),
                relay.dtmfDetection(),
                relay.preemptible(),
                relay.partialPrompts(),
                relay.ignoreBackchannel(),
                relay.speechTimeout(),
                relay.debug(),
                relay.parameters(),
                relay.languages(),
                fault);
    }

    private void children(Element element, Voice outer, List<Voice> languages, Map<String, String> parameters) {
        for (Element child : TwimlParser.childElements(element)) {
            Attributes attributes = new Attributes(child, documentUrl, warnings);
            switch (child.getTagName()) {
                case "Language" -> language(attributes, outer).ifPresent(languages::add);
                case "Parameter" -> parameters.put(attributes.text("name", ""), attributes.text("value", ""));
                default ->
                    warnings.add(new Warning(
                            12200, "<ConversationRelay>: invalid nested element <" + child.getTagName() + ">"));
            }
            attributes.reportUnknown();
        }
    }

    private Optional<Voice> language(Attributes attributes, Voice outer) {
        String code = attributes.optional("code");
        if (code == null || code.isBlank()) {
            faults.add("<Language> without code");
            return Optional.empty();
        }
        String tts = attributes.text("ttsProvider", outer.ttsProvider());
        String transcription = attributes.text("transcriptionProvider", outer.transcriptionProvider());
        Voice voice = new Voice(
                code,
                code,
                tts,
                attributes.text("voice", RelayVoices.defaultVoice(tts)),
                transcription,
                attributes.text("speechModel", RelayVoices.defaultModel(transcription)));
        faults.addAll(RelayVoices.faults(voice));
        return Optional.of(voice);
    }

    private Voice voice(Attributes attributes, String language) {
        String tts = attributes.text("ttsProvider", "ElevenLabs");
        String transcription = attributes.text("transcriptionProvider", "Deepgram");
        Voice voice = new Voice(
                attributes.text("ttsLanguage", language),
                attributes.text("transcriptionLanguage", language),
                tts,
                attributes.text("voice", RelayVoices.defaultVoice(tts)),
                transcription,
                attributes.text("speechModel", RelayVoices.defaultModel(transcription)));
        faults.addAll(RelayVoices.faults(voice));
        return voice;
    }

    /** Only {@code wss}; but nobody has certificates for loopback, so {@code ws} is let through to those hosts. */
    private String url(Attributes attributes) {
        String url = attributes.text("url", "").strip();
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            boolean secure = "wss".equals(uri.getScheme());
            boolean near = "ws".equals(uri.getScheme()) && isLoopback(String.valueOf(host));
            if (host == null || !(secure || near)) {
                faults.add("url must be wss://: " + url);
            }
        } catch (IllegalArgumentException malformed) {
            faults.add("url is no URL: " + url);
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    }

    private Inputs inputs(Attributes attributes, String name, Inputs byDefault) {
        String value = attributes.text(name, byDefault.name()).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "none", "false" -> Inputs.NONE;
            case "dtmf" -> Inputs.DTMF;
            case "speech" -> Inputs.SPEECH;
            case "any", "true" -> Inputs.ANY;
            default -> {
                faults.add(name + " cannot be " + value);
                yield byDefault;
            }
        };
    }

    /** How long a caller must be talking before that counts as an interruption; the lengths are this carrier's. */
    private Duration sensitivity(Attributes attributes) {
        String value = attributes.text("interruptSensitivity", "high");
        return switch (value) {
            case "high" -> Duration.ZERO;
            case "medium" -> Duration.ofMillis(500);
            case "low" -> Duration.ofSeconds(1);
            default -> {
                faults.add("interruptSensitivity cannot be " + value);
                yield Duration.ZERO;
            }
        };
    }

    private @Nullable Duration speechTimeout(Attributes attributes) {
        String value = attributes.text("speechTimeout", "auto");
        if (value.equals("auto")) {
            return null;
        }
        int millis = attributes.number("speechTimeout", 0, new Range(1, 60_000, 64101));
        if (millis == 0) {
            faults.add("speechTimeout cannot be " + value);
        }
        return Duration.ofMillis(millis);
    }

    private void eotThreshold(Attributes attributes, Voice voice) {
        if (attributes.optional("eotThreshold") != null && !voice.speechModel().startsWith("flux")) {
            faults.add("eotThreshold belongs to the speech model flux");
        }
    }

    private Set<String> debug(Attributes attributes) {
        String written = (attributes.text("debug", "") + " " + attributes.text("events", "")).strip();
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(written.split("\\s+", -1)));
        wanted.remove("");
        if (!DEBUG.containsAll(wanted)) {
            warnings.add(new Warning(12200, "<ConversationRelay>: invalid debug value '" + written + "'"));
            wanted.retainAll(DEBUG);
        }
        return Set.copyOf(wanted);
    }
}
