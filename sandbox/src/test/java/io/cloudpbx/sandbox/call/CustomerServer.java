package io.cloudpbx.sandbox.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A customer's web server: answers each path as told, remembers every request. */
final class CustomerServer implements AutoCloseable {
    /** The server's own two hundred would have it close connections just when the next call uses them. */
    private static final String IDLE_CONNECTIONS = "sun.net.httpserver.maxIdleConnections";

    static {
        System.setProperty(IDLE_CONNECTIONS, "4096");
    }

    private final HttpServer server;
    private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    record Request(String method, String path, Map<String, String> parameters) {
        String get(String name) {
            return parameters.getOrDefault(name, "(absent)");
        }
    }

    record Answer(int status, String contentType, byte[] body) {
        static Answer xml(String twiml) {
            return new Answer(200, "application/xml", twiml.getBytes(StandardCharsets.UTF_8));
        }
    }

    CustomerServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answer(String path, String verbs) {
        answers.put(path, request -> Answer.xml("<Response>" + verbs + "</Response>"));
    }

    void answer(String path, Function<Request, Answer> answer) {
        answers.put(path, answer);
    }

    List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> parameters = new LinkedHashMap<>();
            parse(query, parameters);
            parse(body, parameters);
            Request request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), parameters);
            requests.add(request);
            Answer answer = answers.getOrDefault(request.path(), any -> new Answer(404, "text/plain", new byte[0]))
                    .apply(request);
            exchange.getResponseHeaders().add("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static void parse(String form, Map<String, String> parameters) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
