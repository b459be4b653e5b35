package io.cloudpbx.claude.stub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of the model, whole or as a stream ({@code ai-receptionist.md} section 1.6).
 *
 * @param tool empty for words
 * @param middle where the arguments are cut in two
 */
record Message(String text, String tool, String arguments, String stopReason, int middle) {
    private static final int ANYWHERE = -1;
    private static final JsonMapper JSON = new JsonMapper();

    static Message words(String text) {
        return new Message(text, "", "", "end_turn", ANYWHERE);
    }

    static Message choice(String tool, String arguments) {
        return new Message("", tool, arguments, "tool_use", ANYWHERE);
    }

    Message stopped(String reason) {
        return new Message(text, tool, arguments, reason, middle);
    }

    Message inTwo(int where) {
        return new Message(text, tool, arguments, stopReason, where);
    }

    static String error(String type, String message) {
        var error = JSON.createObjectNode().put("type", "error");
        error.putObject("error").put("type", type).put("message", message);
        return error.put("request_id", "req_error").toString();
    }

    void write(HttpExchange exchange, AskedOf question) throws IOException {
        if (question.path().endsWith("/count_tokens")) {
            Wire.send(exchange, 200, "application/json", "{\"input_tokens\":42}");
        } else if (question.isStreamed()) {
            try (var stream = Wire.stream(exchange)) {
                stream.events(events());
            }
        } else {
            Wire.send(exchange, 200, "application/json", whole().toString());
        }
    }

    private ObjectNode whole() {
        var message = envelope(stopReason);
        var block = block();
        if (!tool.isEmpty()) {
            block.set("input", JSON.readTree(arguments));
        } else {
            block.put("text", text);
        }
        ((ArrayNode) message.get("content")).add(block);
        return message;
    }

    List<Map.Entry<String, String>> events() {
        var events = new ArrayList<Map.Entry<String, String>>();
        add(events, "message_start", event -> event.set("message", envelope(null)));
        add(events, "content_block_start", event -> event.put("index", 0).set("content_block", block()));
        for (String piece : pieces()) {
            add(events, "content_block_delta", event -> delta(event.put("index", 0), piece));
        }
        add(events, "ping", event -> {});
        add(events, "content_block_stop", event -> event.put("index", 0));
        add(events, "message_delta", this::end);
        add(events, "message_stop", event -> {});
        return events;
    }

    private static void add(List<Map.Entry<String, String>> events, String type, Consumer<ObjectNode> fill) {
        var event = JSON.createObjectNode().put("type", type);
        fill.accept(event);
        events.add(Map.entry(type, event.toString()));
    }

    private void delta(ObjectNode event, String piece) {
        event.putObject("delta")
                .put("type", tool.isEmpty() ? "text_delta" : "input_json_delta")
                .put(tool.isEmpty() ? "text" : "partial_json", piece);
    }

    private void end(ObjectNode event) {
        event.putObject("delta").put("stop_reason", stopReason).putNull("stop_sequence");
        event.putObject("usage").put("output_tokens", 30);
    }

    private List<String> pieces() {
        String all = tool.isEmpty() ? text : arguments;
        int half = middle == ANYWHERE ? all.offsetByCodePoints(0, all.codePointCount(0, all.length()) / 2) : middle;
        return tool.isEmpty()
                ? List.of(all.substring(0, half), all.substring(half))
                : List.of("", all.substring(0, half), all.substring(half));
    }

    private ObjectNode block() {
        var block = JSON.createObjectNode();
        if (tool.isEmpty()) {
            return block.put("type", "text").put("text", "");
        }
        block.put("type", "tool_use").put("id", "toolu_stub").put("name", tool).putObject("input");
        return block;
    }

    private static ObjectNode envelope(@Nullable String stopReason) {
        var message = JSON.createObjectNode()
                .put("id", "msg_stub")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "claude-opus-4-6");
        message.putArray("content");
        message.put("stop_reason", stopReason).putNull("stop_sequence");
        message.putObject("usage")
                .put("input_tokens", 1200)
                .put("output_tokens", 30)
                .put("cache_creation_input_tokens", 100)
                .put("cache_read_input_tokens", 5000);
        return message;
    }
}
