package io.cloudpbx.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.twilio.http.TwilioRestClient;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An answer whose head comes and whose body never ends: it would hold one of the few threads of background work for good. */
@Timeout(20)
class StalledAnswerTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final PhoneNumber NUMBER = new PhoneNumber("+14155550123");

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private TwilioSettings settings;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitEnd();
        });
        server.start();
        settings = new TwilioSettings(
                "AC1",
                "token",
                null,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void a_text_whose_answer_stalls_is_of_unknown_outcome() {
        var client = new TwilioRestClient.Builder("AC1", "token")
                .httpClient(new OneAttemptHttpClient(PlainClient.connectingWithin(LIMIT), settings.baseUrl(), LIMIT))
                .build();
        var order = new TextOrder(NUMBER, NUMBER, "Hello", List.of(), "http://127.0.0.1:1/", Duration.ofHours(1));

        var failure = catchThrowableOfType(CarrierFailure.class, () -> new TwilioTexts(client, download()).send(order));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void a_download_that_stalls_is_tried_again_later() {
        var failure = catchThrowableOfType(
                CarrierFailure.class, () -> download().download("Recordings/RE1.wav", folder.resolve("sound"), 5_000));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_NOW);
    }

    private Download download() {
        return new Download(HttpClient.newHttpClient(), settings, LIMIT);
    }
}
