package io.cloudpbx.sandbox.webhook;

import static io.cloudpbx.sandbox.client.CustomerServer.redirect;
import static io.cloudpbx.sandbox.client.CustomerServer.reply;
import static io.cloudpbx.sandbox.client.CustomerServer.silence;
import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.twilio.security.RequestValidator;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twilio.md} sections 1, 4, 5 and 6; E1, E3, E4. */
class WebhookClientTest {
    private static final String CALL = "CA00000000000000000000000000000001";
    private static final String HELLO = "<Response><Say>Hello</Say></Response>";

    private final CarrierState state = CarrierState.inMemory();
    private final Account business = state.account(Account.BUSINESS_SID);
    private final SandboxClock clock = new SandboxClock(1);
    private final Debugger debugger = new Debugger(state, clock);
    private final WebhookClient webhooks = new WebhookClient(clock, debugger, Duration.ofSeconds(10));
    private final CustomerServer server = new CustomerServer();
    private final Map<String, String> parameters =
            new LinkedHashMap<>(Map.of("CallSid", CALL, "FromCity", "", "Body", "ñ € 😀 & more"));

    @AfterEach
    void stop() {
        webhooks.close();
        server.close();
    }

    private WebhookReply fetch(String path) {
        return webhooks.fetch(business, WebhookTarget.of(server.url(path), "POST"), parameters, CALL);
    }

    private List<Integer> alerts() {
        return debugger.alerts().stream().map(Debugger.Alert::code).toList();
    }

    @Test
    void a_webhook_carries_what_twilio_sends() {
        server.on("/voice", twiml(HELLO));

        WebhookReply reply = fetch("/voice");

        assertThat(reply).isInstanceOfSatisfying(WebhookReply.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.contentType()).isEqualTo("application/xml");
            assertThat(new String(answered.body(), StandardCharsets.UTF_8)).isEqualTo(HELLO);
        });
        Asked asked = server.asked.remove();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.form()).isEqualTo(parameters);
        assertThat(asked.header("User-Agent")).isEqualTo("TwilioProxy/1.1");
        assertThat(asked.header("Accept")).isEqualTo("*/*");
        assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
        assertThat(asked.header("I-Twilio-Idempotency-Token")).hasSize(36);
        assertThat(asked.header("x-home-region")).isEqualTo("us1");
        assertThat(new RequestValidator("sandbox")
                        .validate(server.url("/voice"), asked.form(), asked.header("X-Twilio-Signature")))
                .isTrue();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void get_puts_the_parameters_into_the_query_and_signs_the_url_alone() {
        server.on("/voice", twiml(HELLO));

        webhooks.fetch(business, WebhookTarget.of(server.url("/voice?tenant=a%2Bb"), "GET"), parameters, CALL);

        Asked asked = server.asked.remove();
        assertThat(asked.target()).startsWith("/voice?tenant=a%2Bb&").contains("CallSid=" + CALL);
        assertThat(asked.body()).isEmpty();
        assertThat(WebhookSignature.of("sandbox", server.url(asked.target()), Map.of()))
                .isEqualTo(asked.header("X-Twilio-Signature"));
    }

    @Test
    void credentials_in_the_url_are_sent_as_basic_and_are_signed_with_it() {
        server.on("/voice", twiml(HELLO));
        String url = server.url("/voice").replace("http://", "http://user:secret@");

        webhooks.fetch(business, WebhookTarget.of(url, "POST"), parameters, CALL);

        Asked asked = server.asked.remove();
        assertThat(asked.header("Authorization")).isEqualTo("Basic dXNlcjpzZWNyZXQ=");
        assertThat(asked.header("X-Twilio-Signature")).isEqualTo(WebhookSignature.of("sandbox", url, parameters));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void a_redirect_turns_post_into_get_and_loses_the_parameters(int redirect) {
        server.on("/voice", redirect(redirect, "/next")).on("/next", twiml(HELLO));

        WebhookReply reply = fetch("/voice");

        assertThat(reply)
                .isInstanceOfSatisfying(
                        WebhookReply.Answered.class,
                        answered -> assertThat(answered.url()).isEqualTo(server.url("/next")));
        server.asked.remove();
        Asked second = server.asked.remove();
        assertThat(second.method()).isEqualTo("GET");
        assertThat(second.target()).isEqualTo("/next");
    }

    @Test
    void ten_redirects_are_followed_and_no_more() {
        for (int i = 0; i < 11; i++) {
            server.on("/" + i, redirect(302, "/" + (i + 1)));
        }
        server.on("/11", twiml(HELLO));

        assertThat(fetch("/1")).isInstanceOf(WebhookReply.Answered.class);
        assertThat(fetch("/0"))
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(11215));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 503})
    void a_refusal_is_not_repeated_and_is_11200(int status) {
        server.on("/voice", status(status), twiml(HELLO));

        assertThat(fetch("/voice")).isInstanceOf(WebhookReply.Failed.class);
        assertThat(server.asked).hasSize(1);
        assertThat(alerts()).containsExactly(11200);
    }

    @ParameterizedTest
    @CsvSource({"rc=2&rp=5xx, 503", "rp=all, 500", "rp=ct%2C4xx, 404", "rc=1&rp=4xx, 404"})
    void the_fragment_asks_for_more_tries_with_the_same_token(String fragment, int status) {
        server.on("/voice", status(status), twiml(HELLO));

        assertThat(fetch("/voice#" + fragment.replace("%2C", ","))).isInstanceOf(WebhookReply.Answered.class);

        Asked first = server.asked.remove();
        Asked second = server.asked.remove();
        assertThat(second.header("I-Twilio-Idempotency-Token")).isEqualTo(first.header("I-Twilio-Idempotency-Token"));
        assertThat(first.target()).isEqualTo("/voice");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void section_5_a_connection_that_is_cut_after_it_was_taken_is_worth_another_try_to_all_only() {
        server.on("/voice", exchange -> {}, twiml(HELLO));
        assertThat(fetch("/voice#rp=all")).isInstanceOf(WebhookReply.Answered.class);

        server.on("/other", exchange -> {}, twiml(HELLO));
        assertThat(fetch("/other#rp=ct,rt,4xx,5xx"))
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(11205));
    }

    @Test
    void section_14_what_is_not_zipped_as_it_says_is_11206() {
        server.on("/voice", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            reply(200, "text/xml", HELLO.getBytes(StandardCharsets.UTF_8)).give(exchange);
        });

        assertThat(fetch("/voice"))
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(11206));
    }

    @Test
    void tries_end_with_the_retry_count() {
        server.on("/voice", status(503));

        assertThat(fetch("/voice#rc=3&rp=5xx")).isInstanceOf(WebhookReply.Failed.class);
        assertThat(server.asked).hasSize(4);
    }

    @Test
    void a_server_that_is_silent_is_given_up_after_the_read_timeout() {
        server.on("/voice", silence());

        assertThat(fetch("/voice#rt=100"))
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(11200));
        assertThat(webhooks.log().exchanges().getFirst().took())
                .isBetween(Duration.ofMillis(100), Duration.ofSeconds(3));
    }

    @Test
    void all_tries_together_stay_within_the_total() {
        server.on("/voice", silence());
        long began = System.nanoTime();

        fetch("/voice#rt=300&tt=500&rc=5&rp=rt");

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(3));
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void a_server_that_is_down_is_tried_once_more_and_is_11205() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        WebhookReply reply = webhooks.fetch(
                business, WebhookTarget.of("http://127.0.0.1:" + port + "/voice", "POST"), parameters, CALL);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(11205));
        assertThat(webhooks.log().exchanges()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "http://no-such-host.invalid/voice, 11210",
        "http://under_score.example/voice, 11100",
        "http://127.0.0.1:1/a b, 11100"
    })
    void an_address_that_cannot_be_asked_has_its_own_code(String url, int code) {
        WebhookReply reply = webhooks.fetch(business, WebhookTarget.of(url, "POST"), parameters, CALL);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(code));
    }

    @Test
    void the_fallback_is_asked_with_what_went_wrong() {
        server.on("/voice", status(500)).on("/fallback", twiml(HELLO));
        String url = server.url("/voice#rc=0");

        WebhookReply reply = webhooks.fetch(
                business, new WebhookTarget(url, "POST", server.url("/fallback"), "POST"), parameters, CALL);

        assertThat(reply).isInstanceOf(WebhookReply.Answered.class);
        Asked first = server.asked.remove();
        Asked fallback = server.asked.remove();
        assertThat(fallback.form())
                .containsAllEntriesOf(parameters)
                .containsEntry("ErrorCode", "11200")
                .containsEntry("ErrorUrl", server.url("/voice"));
        assertThat(fallback.header("I-Twilio-Idempotency-Token"))
                .isNotEqualTo(first.header("I-Twilio-Idempotency-Token"));
        assertThat(alerts()).containsExactly(11200);
    }

    @Test
    void when_the_fallback_fails_too_both_are_in_the_debugger() {
        server.on("/voice", status(500))
                .on("/fallback", reply(200, "application/json", "{}".getBytes(StandardCharsets.UTF_8)));

        WebhookReply reply = webhooks.fetch(
                business,
                new WebhookTarget(server.url("/voice"), "POST", server.url("/fallback"), "GET"),
                parameters,
                CALL);

        assertThat(reply).isInstanceOf(WebhookReply.Failed.class);
        assertThat(alerts()).containsExactly(11200, 12300);
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml; charset=utf-8, true",
        "text/xml, true",
        "text/html, true",
        "text/plain, true",
        "audio/mpeg, true",
        "application/json, false",
        "'', false"
    })
    void a_document_has_one_of_the_known_content_types(String type, boolean usable) {
        server.on("/voice", reply(200, type, HELLO.getBytes(StandardCharsets.UTF_8)));

        assertThat(fetch("/voice") instanceof WebhookReply.Answered).isEqualTo(usable);
        assertThat(alerts()).isEqualTo(usable ? List.of() : List.of(12300));
    }

    @ParameterizedTest
    @CsvSource({"65536, true", "65537, false"})
    void a_document_has_at_most_64_kB(int length, boolean usable) {
        server.on("/voice", twiml("x".repeat(length)));

        assertThat(fetch("/voice") instanceof WebhookReply.Answered).isEqualTo(usable);
        assertThat(alerts()).isEqualTo(usable ? List.of() : List.of(11750));
    }

    @Test
    void a_zipped_document_is_unzipped_but_not_without_bounds() throws IOException {
        server.on("/voice", zipped(HELLO)).on("/bomb", zipped(" ".repeat(10_000_000)));

        assertThat(fetch("/voice"))
                .isInstanceOfSatisfying(
                        WebhookReply.Answered.class,
                        answered -> assertThat(answered.body())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo(HELLO));
        assertThat(fetch("/bomb")).isInstanceOf(WebhookReply.Failed.class);
        assertThat(alerts()).containsExactly(11750);
    }

    private static CustomerServer.Answer zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            reply(200, "text/xml", bytes.toByteArray()).give(exchange);
        };
    }

    @Test
    void notices_of_one_call_arrive_in_order_and_their_answers_do_not_matter() {
        server.on("/status", reply(200, "application/json", new byte[] {'{', '}'}));

        for (int i = 0; i < 20; i++) {
            webhooks.notify(business, server.url("/status"), "POST", Map.of("SequenceNumber", String.valueOf(i)), CALL);
        }

        await().until(() -> server.asked.size() == 20);
        assertThat(server.asked.stream().map(asked -> asked.form().get("SequenceNumber")))
                .containsExactly(
                        IntStream.range(0, 20).mapToObj(String::valueOf).toArray(String[]::new));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_notice_that_fails_is_in_the_debugger_and_does_not_hold_up_the_next() {
        server.on("/status", status(500), status(204));

        webhooks.notify(business, server.url("/status"), "POST", Map.of("SequenceNumber", "0"), CALL);
        webhooks.notify(business, server.url("/status"), "POST", Map.of("SequenceNumber", "1"), CALL);

        await().until(() -> server.asked.size() == 2);
        await().untilAsserted(() -> assertThat(alerts()).containsExactly(11200));
    }

    @Test
    void every_request_can_be_looked_at_afterwards() {
        server.on("/voice", redirect(302, "/next")).on("/next", twiml(HELLO));

        fetch("/voice");

        assertThat(webhooks.log().exchanges())
                .extracting(WebhookExchange::method, WebhookExchange::url, WebhookExchange::status)
                .containsExactly(tuple("POST", server.url("/voice"), 302), tuple("GET", server.url("/next"), 200));
        assertThat(webhooks.log().exchanges().getLast().body()).isEqualTo(HELLO);
    }
}
