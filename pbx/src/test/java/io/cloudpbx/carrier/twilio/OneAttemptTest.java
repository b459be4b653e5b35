package io.cloudpbx.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.twilio.http.TwilioRestClient;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.NumberWebhooksFixture;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R7: a creating request leaves us exactly once, whatever comes back. */
class OneAttemptTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+14155550123");

    private final AtomicInteger requests = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "429,NOT_NOW",
        "500,UNKNOWN_OUTCOME",
        "502,UNKNOWN_OUTCOME",
        "503,UNKNOWN_OUTCOME",
        "504,UNKNOWN_OUTCOME",
        "400,REFUSED"
    })
    void an_error_answer_is_not_asked_for_twice(int status, Kind kind) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(buyingFails(server.getAddress().getPort()).kind()).isEqualTo(kind);
            assertThat(requests).hasValue(1);
            assertThat(textingFails(server.getAddress().getPort()).kind()).isEqualTo(kind);
            assertThat(requests).hasValue(2);
        } finally {
            server.stop(0);
        }
    }

    /** To a client it looks as if the connection had been closed while it rested, and nothing had been sent. */
    @Test
    void a_kept_connection_cut_after_the_request_is_of_unknown_outcome_and_not_repeated() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (requests.incrementAndGet() == 1) {
                exchange.sendResponseHeaders(400, -1);
            }
            exchange.close();
        });
        server.start();
        try {
            var carrier = texts(server.getAddress().getPort());
            assertThat(textingFails(carrier).kind()).isEqualTo(Kind.REFUSED);
            assertThat(textingFails(carrier).kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
            assertThat(requests).hasValue(2);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_is_written_arrives_in_utf_8() throws IOException {
        var form = new AtomicReference<>("");
        var type = new AtomicReference<>("");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            form.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            type.set(exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        server.start();
        try {
            textingFails(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
        assertThat(form.get()).contains("Body=Hello+%C3%A9");
        // A charset named here would be the one by which the percent signs are read.
        assertThat(type).hasValue("application/x-www-form-urlencoded");
    }

    @Test
    void a_connection_cut_after_the_request_is_of_unknown_outcome_and_not_repeated() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var cutter = Thread.ofVirtual().start(() -> cutEveryConnection(server));
            assertThat(buyingFails(server.getLocalPort()).kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
            assertThat(requests).hasValue(1);
            assertThat(textingFails(server.getLocalPort()).kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
            assertThat(requests).hasValue(2);
            server.close();
            cutter.join();
        }
    }

    private void cutEveryConnection(ServerSocket server) {
        try {
            while (true) {
                try (var socket = server.accept()) {
                    if (socket.getInputStream().read(new byte[8192]) > 0) {
                        requests.incrementAndGet();
                    }
                }
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    @Test
    void a_carrier_that_cannot_be_reached_has_done_nothing() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(buyingFails(free).kind()).isEqualTo(Kind.NOT_NOW);
        assertThat(textingFails(free).kind()).isEqualTo(Kind.NOT_NOW);
    }

    private static CarrierFailure buyingFails(int port) {
        var carrier = new TwilioCarrier(client(port), download(port), NumberWebhooksFixture.at("http://127.0.0.1:1"));
        return catchThrowableOfType(CarrierFailure.class, () -> carrier.buy(NUMBER, "test"));
    }

    private static CarrierFailure textingFails(int port) {
        return textingFails(texts(port));
    }

    private static CarrierFailure textingFails(TwilioTexts carrier) {
        var order = new TextOrder(NUMBER, NUMBER, "Hello é", List.of(), "http://127.0.0.1:1/", Duration.ofHours(1));
        return catchThrowableOfType(CarrierFailure.class, () -> carrier.send(order));
    }

    /** That ask a server on this machine. */
    static TwilioTexts texts(int port) {
        return new TwilioTexts(client(port), download(port));
    }

    private static TwilioRestClient client(int port) {
        return new TwilioConfiguration().twilio(PlainClient.connectingWithin(Duration.ofSeconds(3)), settings(port));
    }

    private static Download download(int port) {
        return new Download(HttpClient.newHttpClient(), settings(port), Duration.ofSeconds(10));
    }

    private static TwilioSettings settings(int port) {
        return new TwilioSettings("AC1", "token", null, URI.create("http://127.0.0.1:" + port));
    }
}
