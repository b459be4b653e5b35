package io.cloudpbx.claude.stub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Bytes of an answer: whole, or event by event. */
final class Wire implements AutoCloseable {
    private final OutputStream body;

    private Wire(OutputStream body) {
        this.body = body;
    }

    static void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    static Wire stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("content-type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return new Wire(exchange.getResponseBody());
    }

    void events(List<Map.Entry<String, String>> events) throws IOException {
        for (var event : events) {
            event(event.getKey(), event.getValue());
        }
    }

    void event(String name, String data) throws IOException {
        body.write("event: %s\ndata: %s\n\n".formatted(name, data).getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
