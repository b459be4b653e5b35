package io.cloudpbx.claude.stub;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as it arrived. */
public record AskedOf(String path, Headers headers, JsonNode body) {
    private static final JsonMapper JSON = new JsonMapper();

    static AskedOf read(HttpExchange exchange) throws IOException {
        return new AskedOf(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders(),
                JSON.readTree(exchange.getRequestBody().readAllBytes()));
    }

    public boolean isStreamed() {
        return body.path("stream").asBoolean(false);
    }

    /** All instructions, one after the other. */
    public String system() {
        return body.path("system").isString()
                ? body.path("system").asString()
                : String.join("\n", texts(body.path("system")).toList());
    }

    /** Everything that was said in the conversation, one line each, with who said it. */
    public List<String> turns() {
        return elements(body.path("messages"))
                .map(turn -> turn.path("role").asString() + ": " + content(turn.path("content")))
                .toList();
    }

    private static String content(JsonNode content) {
        return content.isString()
                ? content.asString()
                : String.join("\n", texts(content).toList());
    }

    private static Stream<String> texts(JsonNode blocks) {
        return elements(blocks).map(block -> block.path("text").asString());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** What the API itself would say to a request that is wrong. */
    Optional<Scripted> refusal() {
        if (!headers.containsKey("authorization") && !headers.containsKey("x-api-key")) {
            return Optional.of(Scripted.error(401, "authentication_error", "There is no credential"));
        }
        if (!headers.containsKey("anthropic-version")) {
            return Optional.of(Scripted.error(400, "invalid_request_error", "anthropic-version: header is required"));
        }
        return complaint().map(words -> Scripted.error(400, "invalid_request_error", words));
    }

    private Optional<String> complaint() {
        for (String sampling : List.of("temperature", "top_p", "top_k")) {
            if (body.has(sampling)) {
                return Optional.of(sampling + ": is not supported");
            }
        }
        JsonNode messages = body.path("messages");
        if (messages.isEmpty() || !messages.get(0).path("role").asString().equals("user")) {
            return Optional.of("messages: the first turn must be the user's");
        }
        return messages.get(messages.size() - 1).path("role").asString().equals("user")
                ? Optional.empty()
                : Optional.of("messages: the conversation must end with a user turn");
    }
}
