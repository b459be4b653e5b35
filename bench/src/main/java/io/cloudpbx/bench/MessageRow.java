package io.cloudpbx.bench;

import io.cloudpbx.messaging.flow.ArrivedText;
import io.cloudpbx.messaging.flow.Hearing;
import io.cloudpbx.messaging.flow.ThreadState;
import io.cloudpbx.messaging.flow.ThreadState.Said;
import io.cloudpbx.messaging.flow.ThreadState.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An inbound text of a set, with the conversation it comes into.
 *
 * @param expected what it is, where the set says so; else empty
 * @param split which part of the set it belongs to; empty where there are none
 */
record MessageRow(String id, ArrivedText text, ThreadState state, String expected, String split) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How sets name the other side; everybody else is ours. */
    private static final Set<String> THEM =
            Set.of("them", "customer", "contact", "person", "caller", "user", "inbound");

    /** @throws IllegalArgumentException saying what is wrong with the line */
    static MessageRow parse(String line) {
        JsonNode row;
        try {
            row = JSON.readTree(line);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("is not JSON: " + notJson.getOriginalMessage(), notJson);
        }
        if (!row.isObject()) {
            throw new IllegalArgumentException("is not a JSON object");
        }
        JsonNode state = row.path("state");
        return new MessageRow(
                required(row, "id"),
                new ArrivedText(
                        required(row, "body"),
                        row.path("numMedia").asInt(0),
                        row.path("from").asString("")),
                new ThreadState(
                        state.path("optedOut").asBoolean(false),
                        state.path("aiEnabled").asBoolean(true),
                        history(row.path("history"))),
                row.path("class").asString(""),
                row.path("split").asString(""));
    }

    private static String required(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isString() && !value.isNumber()) {
            throw new IllegalArgumentException("has no " + field);
        }
        return value.asString();
    }

    private static List<Said> history(JsonNode history) {
        return history.valueStream()
                .map(said -> new Said(
                        THEM.contains(said.path("from").asString("").toLowerCase(Locale.ROOT))
                                ? Speaker.THEM
                                : Speaker.US,
                        said.path("text").asString("")))
                .toList();
    }

    /** What the phone system takes it for. */
    String heard() {
        return Hearing.hear(text, state).meaning().name().toLowerCase(Locale.ROOT);
    }
}
