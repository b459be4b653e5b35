package io.cloudpbx.sandbox.relay;

import io.cloudpbx.sandbox.relay.RelayOrder.Manner;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks each message of a customer's server against the table of {@code twilio.md} section 10.2 (E5). */
public final class RelayOrderReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DIGITS = Pattern.compile("[0-9w#*]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*|multi");
    private static final int LOOPS_MAX = 1000;
    private static final int SHOWN_MAX = 200;

    private RelayOrderReader() {}

    /** Never fails: what cannot be read is {@link RelayOrder.Invalid}. */
    public static RelayOrder read(String message) {
        try {
            JsonNode json = JSON.readTree(message);
            if (!json.isObject()) {
                throw new Fault("not a JSON object");
            }
            return switch (json.path("type").asString("")) {
                case "text" -> text(json);
                case "play" -> play(json);
                case "sendDigits" -> new RelayOrder.SendDigits(matching(json, "digits", DIGITS));
                case "language" -> language(json);
                case "end" -> new RelayOrder.End(string(json, "handoffData"));
                default -> throw new Fault("unknown type " + json.path("type"));
            };
        } catch (JacksonException notJson) {
            return invalid(message, "not JSON");
        } catch (Fault fault) {
            return invalid(message, String.valueOf(fault.getMessage()));
        }
    }

    private static RelayOrder invalid(String message, String reason) {
        String shown = message.length() > SHOWN_MAX ? message.substring(0, SHOWN_MAX) + "…" : message;
        return new RelayOrder.Invalid(shown, reason);
    }

    private static RelayOrder text(JsonNode json) throws Fault {
        String language = json.has("lang") ? matching(json, "lang", LANGUAGE) : null;
        boolean last = Boolean.TRUE.equals(flag(json, "last"));
        return new RelayOrder.Text(required(json, "token"), last, language, manner(json));
    }

    private static RelayOrder play(JsonNode json) throws Fault {
        JsonNode loop = json.path("loop");
        if (!loop.isMissingNode() && (!loop.isInt() || loop.asInt() < 0)) {
            throw new Fault("loop is not a whole number");
        }
        int times = loop.isMissingNode() ? 1 : loop.asInt();
        int loops = times == 0 ? LOOPS_MAX : Math.min(times, LOOPS_MAX);
        return new RelayOrder.Play(url(required(json, "source")), loops, manner(json));
    }

    private static String url(String source) throws Fault {
        try {
            URI uri = URI.create(source);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return source;
            }
        } catch (IllegalArgumentException malformed) {
            throw new Fault("source is no URL");
        }
        throw new Fault("source is no absolute URL");
    }

    private static RelayOrder language(JsonNode json) throws Fault {
        String tts = json.has("ttsLanguage") ? matching(json, "ttsLanguage", LANGUAGE) : null;
        String transcription =
                json.has("transcriptionLanguage") ? matching(json, "transcriptionLanguage", LANGUAGE) : null;
        if (tts == null && transcription == null) {
            throw new Fault("neither ttsLanguage nor transcriptionLanguage is there");
        }
        return new RelayOrder.Language(tts, transcription);
    }

    private static Manner manner(JsonNode json) throws Fault {
        return new Manner(flag(json, "interruptible"), flag(json, "preemptible"));
    }

    private static @Nullable Boolean flag(JsonNode json, String name) throws Fault {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new Fault(name + " is not a boolean");
        }
        return value.asBoolean();
    }

    private static @Nullable String string(JsonNode json, String name) throws Fault {
        return json.has(name) ? required(json, name) : null;
    }

    private static String required(JsonNode json, String name) throws Fault {
        JsonNode value = json.path(name);
        if (!value.isString()) {
            throw new Fault(name + " is not a string");
        }
        return value.asString();
    }

    private static String matching(JsonNode json, String name, Pattern pattern) throws Fault {
        String value = required(json, name);
        if (!pattern.matcher(value).matches()) {
            throw new Fault(name + " cannot be " + value);
        }
        return value;
    }

    /** What a message does wrong. */
    private static final class Fault extends Exception {
        Fault(String reason) {
            super(reason);
        }
    }
}
