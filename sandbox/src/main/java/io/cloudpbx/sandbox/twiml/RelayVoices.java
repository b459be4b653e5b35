package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.ConversationRelay.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which providers, voices, models and languages cannot go together ({@code twilio.md} section 10.1: 64101). Known by the
 * shape of their names: a list of all voices would be out of date tomorrow.
 */
final class RelayVoices {
    private static final Pattern GOOGLE = Pattern.compile("([a-z]{2,3}-[A-Z]{2})-[A-Za-z0-9-]+");
    private static final Pattern AMAZON = Pattern.compile("[A-Z][a-z]+(-(Neural|Generative|Standard|Long-form))?");
    private static final Pattern ELEVEN_LABS = Pattern.compile("[A-Za-z0-9]{20}(-[A-Za-z0-9_.-]+)?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*|multi");
    private static final Set<String> TTS = Set.of("ElevenLabs", "Google", "Amazon");
    private static final Set<String> TRANSCRIPTION = Set.of("Deepgram", "Google");

    private RelayVoices() {}

    static String defaultVoice(String ttsProvider) {
        return switch (ttsProvider) {
            case "Google" -> "en-US-Journey-O";
            case "Amazon" -> "Joanna-Neural";
            default -> "UgBBYS2sOqTuMpoF3BR0";
        };
    }

    static String defaultModel(String transcriptionProvider) {
        return transcriptionProvider.equals("Google") ? "telephony" : "nova-3-general";
    }

    static List<String> faults(Voice voice) {
        List<String> faults = new ArrayList<>();
        if (!TTS.contains(voice.ttsProvider())) {
            faults.add("unknown ttsProvider " + voice.ttsProvider());
        } else if (!fits(voice)) {
            faults.add("%s has no voice %s for %s".formatted(voice.ttsProvider(), voice.voice(), voice.ttsLanguage()));
        }
        if (!TRANSCRIPTION.contains(voice.transcriptionProvider())) {
            faults.add("unknown transcriptionProvider " + voice.transcriptionProvider());
        } else if (!understands(voice)) {
            faults.add("%s has no model %s for %s"
                    .formatted(voice.transcriptionProvider(), voice.speechModel(), voice.transcriptionLanguage()));
        }
        return faults;
    }

    private static boolean fits(Voice voice) {
        String name = voice.voice();
        if (!LANGUAGE.matcher(voice.ttsLanguage()).matches()) {
            return false;
        }
        return switch (voice.ttsProvider()) {
            case "Google" -> {
                Matcher google = GOOGLE.matcher(name);
                boolean ofLanguage = google.matches() && google.group(1).equalsIgnoreCase(voice.ttsLanguage());
                // The default voice is replaced by one of the language.
                yield ofLanguage || name.equals(defaultVoice("Google"));
            }
            case "Amazon" ->
                AMAZON.matcher(name).matches() && !voice.ttsLanguage().equals("multi");
            default -> ELEVEN_LABS.matcher(name).matches();
        };
    }

    private static boolean understands(Voice voice) {
        String model = voice.speechModel();
        if (!LANGUAGE.matcher(voice.transcriptionLanguage()).matches()) {
            return false;
        }
        boolean deepgrams = model.startsWith("nova-") || model.startsWith("flux");
        return voice.transcriptionProvider().equals("Deepgram")
                ? deepgrams
                : !deepgrams && !voice.transcriptionLanguage().equals("multi");
    }
}
