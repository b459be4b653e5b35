package io.cloudpbx.hooks.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.hooks.Delivery;
import io.cloudpbx.hooks.EventType;
import io.cloudpbx.hooks.HookSettings;
import io.cloudpbx.hooks.Receiver;
import io.cloudpbx.hooks.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T19 and T9: what leaves for a receiver, and where it does not go. */
class PostingTest {
    private static final String BODY = "{\"type\":\"call.ended\",\"name\":\"Zoë 😀\"}";

    private final SigningSecret secret = SigningSecret.fresh();
    private final SigningSecret old = SigningSecret.fresh();
    private final Delivery delivery = new Delivery(
            UUID.fromString("00000000-0000-0000-0000-00000000002a"),
            UUID.randomUUID(),
            EventType.CALL_ENDED,
            Instant.EPOCH,
            BODY,
            Delivery.State.WAITING,
            0,
            null,
            Instant.EPOCH,
            null);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_request_bears_its_id_its_time_and_a_signature_for_each_valid_secret() {
        Try made = post(receiver.url());

        assertThat(made.isTaken()).isTrue();
        assertThat(made.answer()).isEqualTo("taken");
        var got = receiver.got().getFirst();
        assertThat(got.path()).isEqualTo("/hooks");
        assertThat(got.body()).isEqualTo(BODY);
        assertThat(got.header("content-type")).startsWith("application/json");
        assertThat(got.header("webhook-id")).isEqualTo("msg_0000000000000000000000000000002a");
        var at = Instant.ofEpochSecond(Long.parseLong(got.header("webhook-timestamp")));
        assertThat(at).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(got.header("webhook-signature"))
                .isEqualTo(SigningSecret.header(List.of(secret, old), delivery.messageId(), at, BODY));
    }

    @Test
    void nobody_sends_it_on_to_another_place() {
        receiver.answers(exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", receiver.url().resolve("/elsewhere").toString());
            Receiver.reply(exchange, 307, "");
        });

        assertThat(post(receiver.url()).status()).isEqualTo(307);
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void of_an_answer_without_end_a_kilobyte_is_read_and_shown_as_text() {
        byte[] mebibyte = "<b>\u0000\u001b[31m bold".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(500, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 1024; i++) {
                    out.write(mebibyte);
                }
            }
        });

        Try made = post(receiver.url());

        assertThat(made.status()).isEqualTo(500);
        assertThat(made.answer()).startsWith("<b>[31m bold<b>").hasSizeLessThanOrEqualTo(1024);
        assertThat(made.took()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_receiver_that_does_not_answer_or_only_trickles_is_left() {
        var over = new CountDownLatch(1);
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write('.');
                    out.flush();
                    if (over.await(20, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });

        Try made = post(receiver.url(), new Destination(new HookSettings(true)), Duration.ofMillis(500));
        over.countDown();

        assertThat(made.isAnswered()).isFalse();
        assertThat(made.failure()).startsWith("It did not answer within");
        assertThat(made.took()).isBetween(Duration.ofMillis(400), Duration.ofSeconds(8));
    }

    @Test
    void a_receiver_that_is_not_there_is_told_from_one_that_nobody_knows() throws IOException {
        URI closed = receiver.url();
        receiver.close();

        assertThat(post(closed).failure()).isEqualTo("It does not accept connections.");
        assertThat(post(URI.create("https://nobody.invalid/")).failure())
                .isEqualTo("Nobody knows an address for its name.");
    }

    @Test
    void https_is_spoken_to_https_alone() throws IOException {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInClear(plain));

            Try made = post(URI.create("https://127.0.0.1:%d/".formatted(plain.getLocalPort())));

            assertThat(made.failure()).startsWith("No safe connection");
        }
    }

    private static void answerInClear(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** In all the ways in which it can be written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://2130706433:%d/",
                "http://127.1:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://0.0.0.0:%d/"
            })
    void without_the_setting_nothing_goes_to_this_machine(String address) {
        URI url = URI.create(address.formatted(receiver.url().getPort()));

        Try made = post(url, new Destination(new HookSettings(false)), Duration.ofSeconds(5));

        assertThat(made.isAnswered()).isFalse();
        assertThat(receiver.got()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/", "http://10.0.0.1/", "http://[fd00::1]/", "http://100.64.0.1/"})
    void nor_with_it_to_anything_else_that_is_not_public(String address) {
        assertThat(post(URI.create(address)).failure())
                .isEqualTo("Its name leads to an address that is not on the public internet.");
    }

    /** A name that leads to a public address when it is judged and to this machine when it is called is asked for once. */
    @Test
    void a_name_is_looked_up_once_and_what_was_judged_is_what_is_called() {
        var lookups = new AtomicInteger();
        var rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return lookups.incrementAndGet() == 1
                        ? new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")}
                        : new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                throw new AssertionError("looked up " + host + " in another way");
            }
        };
        URI url = URI.create(
                "http://rebinding.example:%d/".formatted(receiver.url().getPort()));

        assertThat(post(url, rebinding, Duration.ofSeconds(5)).isTaken()).isTrue();
        assertThat(lookups).hasValue(1);
    }

    private Try post(URI url) {
        return post(url, new Destination(new HookSettings(true)), Duration.ofSeconds(10));
    }

    private Try post(URI url, DnsResolver destination, Duration within) {
        try (var http = HooksClient.to(destination)) {
            return new Posting(http, Clock.systemUTC(), within).post(url, delivery, List.of(secret, old));
        } catch (IOException closing) {
            throw new AssertionError(closing);
        }
    }
}
