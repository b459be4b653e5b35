package io.cloudpbx.sandbox.call;

import io.javalin.Javalin;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer's WebSocket server: notes every message, answers each kind as told. */
final class RelayServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<JsonNode> received = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> upgrades = new CopyOnWriteArrayList<>();
    final List<Integer> closed = new CopyOnWriteArrayList<>();
    private final Map<String, BiConsumer<JsonNode, WsContext>> answers = new ConcurrentHashMap<>();
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.ws("/relay", this::serve);
    });

    /** Who has nothing to say says so at once: an empty token completes the talk cycle. */
    RelayServer() {
        says("prompt", "").says("setup", "");
        server.start("127.0.0.1", 0);
    }

    String url() {
        return "ws://127.0.0.1:" + server.port() + "/relay";
    }

    final RelayServer on(String type, BiConsumer<JsonNode, WsContext> answer) {
        answers.put(type, answer);
        return this;
    }

    /** Says this, in one piece, to each message of a type. */
    final RelayServer says(String type, String words) {
        return on(type, (message, ctx) -> ctx.send("{\"type\":\"text\",\"token\":\"" + words + "\",\"last\":true}"));
    }

    List<JsonNode> received(String type) {
        return received.stream()
                .filter(message -> message.path("type").asString().equals(type))
                .toList();
    }

    List<String> types() {
        return received.stream().map(message -> message.path("type").asString()).toList();
    }

    private void serve(WsConfig ws) {
        ws.onConnect(ctx -> upgrades.add(ctx.headerMap()));
        ws.onMessage(ctx -> {
            JsonNode message = JSON.readTree(ctx.message());
            received.add(message);
            answers.getOrDefault(message.path("type").asString(), (any, none) -> {})
                    .accept(message, ctx);
        });
        ws.onClose(ctx -> closed.add(ctx.status()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
