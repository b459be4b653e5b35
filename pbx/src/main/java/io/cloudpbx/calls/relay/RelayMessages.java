package io.cloudpbx.calls.relay;

import io.cloudpbx.calls.Sentences;
import io.cloudpbx.calls.relay.flow.RelayInput.Interrupt;
import io.cloudpbx.calls.relay.flow.RelayInput.Key;
import io.cloudpbx.calls.relay.flow.RelayInput.Message;
import io.cloudpbx.calls.relay.flow.RelayInput.Other;
import io.cloudpbx.calls.relay.flow.RelayInput.Prompt;
import io.cloudpbx.calls.relay.flow.RelayInput.Setup;
import io.cloudpbx.calls.relay.flow.RelayInput.TheySpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.Unreadable;
import io.cloudpbx.calls.relay.flow.RelayInput.WeSpeak;
import io.cloudpbx.knowledge.words.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messages of {@code twilio.md} section 10.2, read and written. */
final class RelayMessages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEYS = "0123456789*#";

    private RelayMessages() {}

    /** Never fails. Types and names that are unknown are those of a later version. */
    static Message read(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            return message.isObject() && message.path("type").isString() ? known(message) : new Unreadable();
        } catch (JacksonException notJson) {
            return new Unreadable();
        }
    }

    private static Message known(JsonNode message) {
        return switch (text(message, "type")) {
            case "setup" -> new Setup(text(message, "callSid"), text(message.path("customParameters"), "token"));
            case "prompt" ->
                message.path("last").asBoolean(false) ? new Prompt(text(message, "voicePrompt")) : new Other();
            case "interrupt" -> new Interrupt(text(message, "utteranceUntilInterrupt"));
            case "dtmf" -> key(text(message, "digit"));
            case "info" -> info(text(message, "name"), text(message, "value"));
            default -> new Other();
        };
    }

    private static String text(JsonNode message, String name) {
        return message.path(name).asString("");
    }

    private static Message key(String digit) {
        return digit.length() == 1 && KEYS.contains(digit) ? new Key(digit.charAt(0)) : new Other();
    }

    private static Message info(String name, String value) {
        return switch (name) {
            case "agentSpeaking" -> new WeSpeak(value.equals("on"));
            case "clientSpeaking" -> new TheySpeak(value.equals("on"));
            default -> new Other();
        };
    }

    static String text(String token, boolean last) {
        return JSON.createObjectNode()
                .put("type", "text")
                .put("token", token)
                .put("last", last)
                .toString();
    }

    static String language(Language language) {
        return JSON.createObjectNode()
                .put("type", "language")
                .put("ttsLanguage", Sentences.tag(language))
                .put("transcriptionLanguage", Sentences.tag(language))
                .toString();
    }

    /** Without hand-off data: what was decided is kept here, and found by the address that is asked next. */
    static String end() {
        return JSON.createObjectNode().put("type", "end").put("handoffData", "").toString();
    }
}
