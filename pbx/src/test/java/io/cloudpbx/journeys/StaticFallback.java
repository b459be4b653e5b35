package io.cloudpbx.journeys;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A file on somebody else's server that takes messages while the phone system is down (A13): it tells nobody about them. */
final class StaticFallback implements AutoCloseable {
    private static final byte[] DOCUMENT = """
            <Response>
              <Say>We cannot take your call right now. Please leave a message.</Say>
              <Record maxLength="60" playBeep="true"/>
            </Response>""".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    StaticFallback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "application/xml");
                exchange.sendResponseHeaders(200, DOCUMENT.length);
                exchange.getResponseBody().write(DOCUMENT);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fallback.xml";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
