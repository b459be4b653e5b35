package io.cloudpbx.sandbox.webhook;

import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Answer;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} section 1: cookies, and credentials in a webhook's URL. */
class WebhookCredentialsTest {
    private static final Map<String, String> CALL = Map.of("CallSid", "CA1");

    private final CarrierState state = CarrierState.inMemory();
    private final Account business = state.account(Account.BUSINESS_SID);
    private final SandboxClock clock = new SandboxClock(1);
    private final WebhookClient webhooks = new WebhookClient(clock, new Debugger(state, clock), Duration.ofSeconds(10));
    private final CustomerServer server = new CustomerServer();

    @AfterEach
    void stop() {
        webhooks.close();
        server.close();
    }

    private WebhookReply fetch(String url, Map<String, String> parameters, String sid) {
        return webhooks.fetch(business, WebhookTarget.of(url, "POST"), parameters, sid);
    }

    private String cookieSent() {
        return server.asked.remove().header("Cookie");
    }

    private static Answer setting(String... cookies) {
        return exchange -> {
            for (String cookie : cookies) {
                exchange.getResponseHeaders().add("Set-Cookie", cookie);
            }
            twiml("<Response/>").give(exchange);
        };
    }

    @Test
    void cookies_are_kept_for_the_length_of_a_call() {
        server.on("/voice", setting("step=1; Path=/", "lang=en"), setting("step=2"), setting("step=; Max-Age=0"));
        String url = server.url("/voice");

        for (int i = 0; i < 4; i++) {
            fetch(url, CALL, "CA1");
        }
        fetch(url, Map.of("CallSid", "CA2"), "CA2");

        assertThat(cookieSent()).isEmpty();
        assertThat(cookieSent()).isEqualTo("step=1; lang=en");
        assertThat(cookieSent()).isEqualTo("step=2; lang=en");
        assertThat(cookieSent()).isEqualTo("lang=en");
        assertThat(cookieSent()).isEmpty();
    }

    @Test
    void cookies_of_texts_are_kept_per_pair_of_numbers_for_four_hours() throws InterruptedException {
        clock.stand();
        server.on("/sms", setting("thread=7"));
        String url = server.url("/sms");
        Map<String, String> ann = Map.of("MessageSid", "SM1", "From", "+14155550190", "To", "+18885550100");
        Map<String, String> bob = Map.of("MessageSid", "SM2", "From", "+14155550191", "To", "+18885550100");

        fetch(url, ann, "SM1");
        fetch(url, ann, "SM3");
        fetch(url, bob, "SM2");
        clock.advance(Duration.ofHours(4));
        fetch(url, ann, "SM4");

        assertThat(cookieSent()).isEmpty();
        assertThat(cookieSent()).isEqualTo("thread=7");
        assertThat(cookieSent()).isEmpty();
        assertThat(cookieSent()).isEmpty();
    }

    @Test
    void cookies_of_one_server_are_not_shown_to_another() {
        try (CustomerServer other = new CustomerServer()) {
            server.on("/voice", setting("secret=1"));
            other.on("/voice", twiml("<Response/>"));

            fetch(server.url("/voice"), CALL, "CA1");
            fetch(other.url("/voice"), CALL, "CA1");

            assertThat(other.asked.remove().header("Cookie")).isEmpty();
        }
    }

    /** The challenge of RFC 7616 section 3.9.1; the server computes for itself what the answer has to be. */
    @ParameterizedTest
    @CsvSource({"MD5, MD5", "SHA-256, SHA-256"})
    void a_401_that_asks_for_digest_is_answered(String algorithm, String hash) {
        server.on(
                "/voice",
                challenge("Digest realm=\"api@example.org\", qop=\"auth\", algorithm=" + algorithm
                        + ", nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", opaque=\"HRPCssKJSGjC\""),
                checking(hash));
        String url = server.url("/voice?tenant=1").replace("http://", "http://user:secret@");

        assertThat(fetch(url, CALL, "CA1")).isInstanceOf(WebhookReply.Answered.class);

        assertThat(server.asked.remove().header("Authorization")).startsWith("Basic ");
        assertThat(server.asked.remove().header("Authorization"))
                .startsWith("Digest username=\"user\"")
                .contains("opaque=\"HRPCssKJSGjC\"", "uri=\"/voice?tenant=1\"", "nc=00000001", "qop=auth");
    }

    private static Answer challenge(String how) {
        return exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", how);
            exchange.sendResponseHeaders(401, -1);
        };
    }

    /** Answers only who knows the password. */
    private static Answer checking(String hash) {
        return exchange -> {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            String expected = response(hash, exchange, value(given, "nonce"), value(given, "cnonce"));
            Answer answer = value(given, "response").equals(expected) ? twiml("<Response/>") : status(401);
            answer.give(exchange);
        };
    }

    private static String response(String hash, HttpExchange exchange, String nonce, String clientNonce) {
        URI uri = exchange.getRequestURI();
        String who = hex(hash, "user:api@example.org:secret");
        String what = hex(hash, exchange.getRequestMethod() + ":" + uri);
        return hex(hash, String.join(":", who, nonce, "00000001", clientNonce, "auth", what));
    }

    private static String hex(String hash, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(String header, String name) {
        return header.replaceFirst(".*\\b" + name + "=\"([^\"]*)\".*", "$1");
    }

    @Test
    void a_401_without_credentials_in_the_url_is_11200() {
        server.on("/voice", challenge("Digest realm=\"x\", nonce=\"y\""));

        assertThat(fetch(server.url("/voice"), CALL, "CA1"))
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo(11200));
        assertThat(server.asked).hasSize(1);
    }
}
