package io.cloudpbx.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The business's web server: answers a document per path and counts what it is told. */
final class Customer implements AutoCloseable {
    static {
        // The server's own two hundred would have it close connections just when the carrier uses them again.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
    }

    private final HttpServer server;
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    Customer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void on(String path, String verbs) {
        documents.put(path, ("<Response>" + verbs + "</Response>").getBytes(StandardCharsets.UTF_8));
    }

    /** How many requests came to a path, or told of this {@code MessageStatus}. */
    long count(String pathOrStatus) {
        AtomicLong count = counts.get(pathOrStatus);
        return count == null ? 0 : count.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            tick(path);
            int status = body.indexOf("MessageStatus=");
            if (status >= 0) {
                tick(body.substring(status + "MessageStatus=".length()).split("&", 2)[0]);
            }
            byte[] document = documents.getOrDefault(path, new byte[0]);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(document.length == 0 ? 204 : 200, document.length == 0 ? -1 : document.length);
            exchange.getResponseBody().write(document);
        }
    }

    private void tick(String what) {
        counts.computeIfAbsent(what, any -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
