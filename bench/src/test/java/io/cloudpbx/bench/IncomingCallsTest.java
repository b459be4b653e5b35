package io.cloudpbx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a phone system of two menus before a group. */
class IncomingCallsTest {
    private static final int MENUS = 2;
    private static final int AT_ONCE = 2;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private boolean apologises;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(path
                + (form.contains("Digits=1") ? " pressed" : "")
                + (form.contains("no-answer") ? " rung" : "")
                + (exchange.getRequestHeaders().containsKey("X-Twilio-Signature") ? "" : " unsigned"));
        if (path.equals("/ivr/status")) {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        byte[] answer = document(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String document(String path) {
        String at = " action=\"http://127.0.0.1" + "/ivr/";
        if (apologises) {
            return "<Response><Record" + at + "goodbye#rc=2\"/></Response>";
        }
        return switch (path) {
            case "/ivr/inbound" -> "<Response><Gather" + at + "one#rc=2\"/></Response>";
            case "/ivr/one" -> "<Response><Gather" + at + "two#rc=2\"/></Response>";
            default -> "<Response><Dial" + at + "rung#rc=2\"/></Response>";
        };
    }

    private IncomingCalls calls() {
        var calls = new IncomingCalls(Http.to(server.getAddress().getPort()), MENUS, 14, AT_ONCE);
        IntStream.range(0, calls.requests()).forEach(calls::ask);
        return calls;
    }

    @Test
    void each_goes_through_the_menus_and_lets_three_phones_ring_and_ends() {
        var calls = calls();

        assertThat(calls.requests()).isEqualTo(14);
        assertThat(calls.wrong()).isZero();
        assertThat(asked)
                .containsExactly(
                        "/ivr/inbound", "/ivr/inbound",
                        "/ivr/one pressed", "/ivr/one pressed",
                        "/ivr/two pressed", "/ivr/two pressed",
                        "/ivr/rung rung", "/ivr/rung rung",
                        "/ivr/rung rung", "/ivr/rung rung",
                        "/ivr/rung rung", "/ivr/rung rung",
                        "/ivr/status", "/ivr/status");
    }

    @Test
    void an_apology_is_no_answer_and_neither_is_what_could_not_be_asked_after_it() {
        apologises = true;

        assertThat(calls().wrong()).isEqualTo(14);
        assertThat(asked).hasSize(AT_ONCE);
    }
}
