package io.cloudpbx.sandbox.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A customer's web server: answers what it was told to, in turn, and remembers what it was asked. */
public final class CustomerServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Queue<Answer>> answers = new LinkedHashMap<>();
    private final HttpServer server;
    public final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    /** How one request is answered. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    public record Asked(
            String method, String target, Map<String, String> headers, Map<String, String> form, String body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    public CustomerServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public synchronized CustomerServer on(String path, Answer... inTurn) {
        answers.computeIfAbsent(path, p -> new ArrayDeque<>()).addAll(List.of(inTurn));
        return this;
    }

    /** The last answer of a path is given again and again. */
    private synchronized Answer next(String path) {
        Queue<Answer> queue = answers.getOrDefault(path, new ArrayDeque<>());
        Answer answer = queue.size() > 1 ? queue.remove() : queue.peek();
        return answer == null ? status(404) : answer;
    }

    public static Answer twiml(String xml) {
        return reply(200, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer status(int status) {
        return reply(status, "text/plain", ("status " + status).getBytes(StandardCharsets.UTF_8));
    }

    public static Answer reply(int status, String type, byte[] body) {
        return exchange -> {
            if (!type.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", type);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    public static Answer redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Never answers while the client waits. */
    public static Answer silence() {
        return exchange -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        asked.add(
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, form(body), body));
        try (exchange) {
            next(exchange.getRequestURI().getPath()).give(exchange);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.isEmpty() ? new String[0] : body.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            form.put(decode(nameAndValue[0]), decode(nameAndValue[1]));
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
