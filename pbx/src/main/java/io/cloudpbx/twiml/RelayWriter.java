package io.cloudpbx.twiml;

import io.cloudpbx.twiml.Verb.Relay;
import java.util.List;

/**
 * {@code <ConversationRelay>} ({@code twilio.md} section 10.1). The carrier drops attributes that it does not know without a word, and
 * ends the session at once for providers, voices and languages that do not go together: so each is written here, and only here.
 */
final class RelayWriter {
    /**
     * Who speaks and who listens in one language.
     *
     * @param code BCP 47
     */
    private record Voice(String code, String speaker, String transcriber, String speechModel) {}

    /** Both speakers are one provider's, so that a change of language is no change of character. */
    private static final List<Voice> VOICES = List.of(
            new Voice("en-US", "Joanna-Neural", "Deepgram", "nova-3-general"),
            new Voice("es-US", "Lupe-Neural", "Google", "telephony"));

    private static final String SPEAKERS = "Amazon";

    private RelayWriter() {}

    static void write(Relay relay, XmlDocument xml) {
        xml.element("Connect").attribute("action", relay.action());
        xml.element("ConversationRelay")
                .attribute("url", relay.url())
                .attribute("welcomeGreeting", SpokenText.clean(relay.greeting()))
                .attribute("welcomeGreetingInterruptible", "any")
                .attribute("language", relay.language());
        attributes(voice(relay.language()), xml);
        xml.attribute("interruptible", "any")
                .attribute("interruptSensitivity", "medium")
                .attribute("ignoreBackchannel", true)
                .attribute("reportInputDuringAgentSpeech", "none")
                .attribute("dtmfDetection", true)
                .attribute("profanityFilter", false)
                .attribute("hints", Hints.of(relay.hints()))
                .attribute("events", "speaker-events tokens-played");
        VOICES.forEach(voice -> language(voice, xml));
        xml.element("Parameter")
                .attribute("name", "token")
                .attribute("value", relay.token())
                .close();
        xml.close().close();
    }

    private static Voice voice(String language) {
        return VOICES.stream()
                .filter(voice -> voice.code().equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody speaks " + language));
    }

    private static void language(Voice voice, XmlDocument xml) {
        xml.element("Language").attribute("code", voice.code());
        attributes(voice, xml);
        xml.close();
    }

    private static void attributes(Voice voice, XmlDocument xml) {
        xml.attribute("ttsProvider", SPEAKERS)
                .attribute("voice", voice.speaker())
                .attribute("transcriptionProvider", voice.transcriber())
                .attribute("speechModel", voice.speechModel());
    }
}
