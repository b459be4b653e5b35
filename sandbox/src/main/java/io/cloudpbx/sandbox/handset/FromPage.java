package io.cloudpbx.sandbox.handset;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person does at the phone page. */
sealed interface FromPage {
    JsonMapper JSON = JsonMapper.builder().build();
    Pattern DIGITS = Pattern.compile("[0-9*#]{1,64}");
    int WORDS_MAX = 1000;

    record Dial(String to) implements FromPage {}

    record Answer(String call) implements FromPage {}

    record Decline(String call) implements FromPage {}

    record HangUp(String call) implements FromPage {}

    record Digits(String call, String digits) implements FromPage {}

    record Say(String call, String text) implements FromPage {}

    record PromptFinished(String call, String id) implements FromPage {}

    /** Empty when the frame is none of these. */
    static Optional<FromPage> parse(String frame) {
        try {
            JsonNode json = JSON.readTree(frame);
            String call = json.path("call").asString("");
            return Optional.ofNullable(
                    switch (json.path("type").asString("")) {
                        case "dial" -> new Dial(json.path("to").asString(""));
                        case "answer" -> new Answer(call);
                        case "decline" -> new Decline(call);
                        case "hangup" -> new HangUp(call);
                        case "digits" -> digits(call, json.path("digits").asString(""));
                        case "say" -> say(call, json.path("text").asString(""));
                        case "promptFinished" ->
                            new PromptFinished(call, json.path("id").asString(""));
                        default -> null;
                    });
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static @Nullable FromPage digits(String call, String digits) {
        return DIGITS.matcher(digits).matches() ? new Digits(call, digits) : null;
    }

    private static @Nullable FromPage say(String call, String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        return words.isEmpty() || words.length() > WORDS_MAX ? null : new Say(call, words);
    }
}
