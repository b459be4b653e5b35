package io.cloudpbx.journeys;

import com.sun.net.httpserver.HttpServer;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.state.IncomingNumber;
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

    /** The carrier sends callers of the main number here when the phone system does not answer. */
    void takesMessagesOf(Sandbox carrier) {
        IncomingNumber main = carrier.state().number(Outside.MAIN_NUMBER).orElseThrow();
        var voice = new IncomingNumber.Hook(main.voice().url(), "POST", url(), "GET");
        carrier.state()
                .save(new IncomingNumber(
                        main.sid(),
                        main.accountSid(),
                        main.phoneNumber(),
                        main.friendlyName(),
                        voice,
                        main.sms(),
                        main.statusCallback(),
                        main.statusCallbackMethod(),
                        main.dateCreated(),
                        main.dateUpdated()));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fallback.xml";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
