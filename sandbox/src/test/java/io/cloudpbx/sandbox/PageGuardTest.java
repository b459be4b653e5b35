package io.cloudpbx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.sandbox.client.Rest;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageGuardTest {
    private final Sandbox sandbox = Sandbox.start(new SandboxSettings(
            0, null, 1, List.of("http://127.0.0.1:8080", "http://localhost:8080"), Duration.ofSeconds(15)));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Rest.Reply get(String path) {
        return Rest.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)));
    }

    /** The status line of a request whose headers a well-behaved client would not send. */
    private String statusLine(String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port());
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
                Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII)) {
            out.print("GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
            out.flush();
            return in.nextLine();
        }
    }

    @Test
    void the_phone_without_its_slash_leads_to_the_guarded_page() {
        Rest.Reply bare = get("/phone?number=%2B14155550139");

        assertThat(bare.status()).isEqualTo(302);
        assertThat(bare.header("Location")).endsWith("/phone/?number=%2B14155550139");
    }

    @Test
    void the_phone_is_served_with_a_policy_that_runs_only_our_own_scripts() {
        var page = get("/phone/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';")
                .doesNotContain("unsafe")
                .endsWith("frame-ancestors http://127.0.0.1:8080 http://localhost:8080");
        assertThat(page.header("Permissions-Policy")).contains("microphone=(self)");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({"app.js, text/javascript", "styles/base.css, text/css", "favicon.svg, image/svg+xml"})
    void its_files_have_the_types_that_browsers_insist_on(String file, String type) {
        assertThat(get("/phone/" + file).header("Content-Type")).startsWith(type);
    }

    @Test
    void the_root_leads_to_the_phone() {
        var reply = get("/");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).endsWith("/phone/");
    }

    @ParameterizedTest
    @CsvSource({"/phone/", "/sandbox/alerts"})
    void a_page_that_renames_loopback_is_turned_away(String path) throws IOException {
        assertThat(statusLine(path, "Host: evil.example:" + sandbox.port())).contains(" 403 ");
        assertThat(statusLine(path, "Host: localhost:" + sandbox.port())).contains(" 200 ");
    }

    @Test
    void a_page_of_another_origin_cannot_use_the_controls() throws IOException {
        String host = "Host: 127.0.0.1:" + sandbox.port();

        assertThat(statusLine("/sandbox/alerts", host, "Origin: http://evil.example"))
                .contains(" 403 ");
        assertThat(statusLine("/sandbox/alerts", host, "Origin: null")).contains(" 403 ");
        assertThat(statusLine("/sandbox/alerts", host, "Origin: http://127.0.0.1:" + sandbox.port()))
                .contains(" 200 ");
    }

    @Test
    void the_phones_line_is_open_to_the_phones_page_alone() throws Exception {
        assertThat(firstWord("http://127.0.0.1:" + sandbox.port())).contains("\"ready\"");
        assertThatThrownBy(() -> firstWord("http://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    /** What the line says first to a page of this origin. */
    private String firstWord(String origin) throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence text, boolean last) {
                heard.complete(text.toString());
                return null;
            }
        };
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket line = http.newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(
                            URI.create("ws://127.0.0.1:" + sandbox.port() + "/phone/line?number=%2B14155550190"),
                            listener)
                    .get(10, TimeUnit.SECONDS);
            String word = heard.get(10, TimeUnit.SECONDS);
            line.abort();
            return word;
        }
    }

    @Test
    void a_file_outside_of_the_page_is_not_served() throws IOException {
        assertThat(statusLine("/phone/../sandbox-logback.xml", "Host: 127.0.0.1"))
                .doesNotContain(" 200 ");
        assertThat(statusLine("/phone/%2e%2e/sandbox-logback.xml", "Host: 127.0.0.1"))
                .doesNotContain(" 200 ");
    }

    @Test
    void only_loopback_is_listened_on() throws IOException {
        List<InetAddress> elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();

        for (InetAddress address : elsewhere) {
            assertThat(isReachable(address)).as(address.toString()).isFalse();
        }
    }

    private boolean isReachable(InetAddress address) throws IOException {
        try (Socket socket = new Socket(address, sandbox.port())) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }
}
