package io.cloudpbx.journeys;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudpbx.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files on somebody else's server, which stays while the phone system is down (A13, R17): it knows nothing but what was put there, can
 * only be read, and tells nobody.
 */
final class StaticFallback implements AutoCloseable {
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final HttpServer server;

    StaticFallback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String file = files.get(exchange.getRequestURI().getPath());
            if (!exchange.getRequestMethod().equals("GET") || file == null) {
                exchange.sendResponseHeaders(file == null ? 404 : 405, -1);
                return;
            }
            byte[] document = file.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
        }
    }

    /** How the phone system is told of it. */
    Map<String, String> settings() {
        return Map.of("FALLBACK_URL", url("/calls.xml"), "FALLBACK_SMS_URL", url("/texts.xml"));
    }

    /** Puts there what the company's phone system writes, and waits until the carrier sends callers of the main number here. */
    void takesMessagesOf(Sandbox carrier, Company company) {
        var documents = company.get("/api/settings/carrier/fallback").body();
        for (String name : new String[] {"calls", "goodbye", "texts"}) {
            files.put("/" + name + ".xml", documents.get(name).asString());
        }
        await().until(() -> isSetAt(carrier));
    }

    boolean isSetAt(Sandbox carrier) {
        return carrier.state()
                .number(Outside.MAIN_NUMBER)
                .filter(main -> url("/calls.xml").equals(main.voice().fallbackUrl())
                        && "GET".equals(main.voice().fallbackMethod())
                        && url("/texts.xml").equals(main.sms().fallbackUrl())
                        && "GET".equals(main.sms().fallbackMethod()))
                .isPresent();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
