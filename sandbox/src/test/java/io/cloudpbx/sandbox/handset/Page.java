package io.cloudpbx.sandbox.handset;

import io.cloudpbx.sandbox.audio.Pcm;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone page, without the page. */
final class Page implements WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private CompletableFuture<WebSocket> sent;

    Page(String baseUrl, String number) {
        String address = baseUrl.replace("http", "ws") + "/phone/line?number="
                + URLEncoder.encode(number, StandardCharsets.UTF_8);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .join();
        sent = CompletableFuture.completedFuture(socket);
    }

    void send(String json) {
        sent = sent.thenCompose(ready -> ready.sendText(json.replace('\'', '"'), true));
        sent.join();
    }

    void speak(short[] samples) {
        sent = sent.thenCompose(
                ready -> ready.sendBinary(ByteBuffer.wrap(Pcm.toBytes(samples, 0, samples.length)), true));
        sent.join();
    }

    /** The line drops, as when the network goes. */
    void drop() {
        socket.abort();
    }

    int closeCode() {
        return closed.orTimeout(5, TimeUnit.SECONDS).join();
    }

    /** Waits for a message of this type that passes, and returns the first. */
    JsonNode await(String type, Predicate<JsonNode> wanted) {
        Awaitility.await(type + " among " + messages)
                .until(() -> messages.stream().anyMatch(message -> is(message, type) && wanted.test(message)));
        return messages.stream()
                .filter(message -> is(message, type) && wanted.test(message))
                .findFirst()
                .orElseThrow();
    }

    JsonNode await(String type) {
        return await(type, any -> true);
    }

    JsonNode awaitState(String state) {
        return await("state", message -> message.path("state").asString("").equals(state));
    }

    /** All of this type so far. */
    List<JsonNode> messages(String type) {
        return messages.stream().filter(message -> is(message, type)).toList();
    }

    private static boolean is(JsonNode message, String type) {
        return message.path("type").asString("").equals(type);
    }

    synchronized short[] heard() {
        return Pcm.fromBytes(sound.toByteArray());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        sound.writeBytes(bytes);
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }
}
