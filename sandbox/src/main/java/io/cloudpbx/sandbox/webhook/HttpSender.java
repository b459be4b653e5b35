package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.webhook.ConnectionSettings.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends one request and names what went wrong by Twilio's codes ({@code twilio.md} section 14). */
final class HttpSender implements AutoCloseable {
    /** {@code twilio.md} section 6: more is 11750. */
    static final int DOCUMENT_LIMIT = 64 * 1024;

    private static final int AUDIO_LIMIT = 16 * 1024 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** A client's connect timeout is fixed when it is built. */
    private final Map<Duration, HttpClient> byConnectTimeout = new ConcurrentHashMap<>();

    /** How much of a reply of this type is used. */
    static int limit(String contentType) {
        return contentType.startsWith("audio/") ? AUDIO_LIMIT : DOCUMENT_LIMIT;
    }

    Attempt send(HttpRequest request, Duration connectTimeout, Duration timeout) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client(connectTimeout)
                .sendAsync(
                        request,
                        info -> new CappedBody(
                                limit(info.headers().firstValue("Content-Type").orElse(""))));
        try {
            // Not HttpRequest.timeout: that one does not cover the body.
            return replied(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Attempt.Unanswered(11200, "No reply within " + timeout.toMillis() + " ms", Trouble.READ);
        } catch (ExecutionException e) {
            return unanswered(e.getCause());
        } catch (IOException e) {
            return unanswered(e);
        } finally {
            answer.cancel(true);
        }
    }

    private HttpClient client(Duration connectTimeout) {
        return byConnectTimeout.computeIfAbsent(
                connectTimeout,
                timeout -> HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .executor(threads)
                        .connectTimeout(timeout)
                        .build());
    }

    private static Attempt replied(HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        byte[] body = zipped ? unzip(response.body(), limit(type)) : response.body();
        String location = response.headers().firstValue("Location").orElse(null);
        String challenge = response.headers().firstValue("WWW-Authenticate").orElse(null);
        return new Attempt.Replied(
                response.statusCode(),
                type,
                location,
                challenge,
                response.headers().allValues("Set-Cookie"),
                body);
    }

    private static byte[] unzip(byte[] zipped, int limit) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readNBytes(limit + 1);
        }
    }

    private static Attempt unanswered(@Nullable Throwable failure) {
        String reason = failure == null ? "unknown" : failure.toString();
        return switch (failure) {
            case HttpConnectTimeoutException e -> new Attempt.Unanswered(11205, reason, Trouble.CONNECT);
            case ConnectException e
            when causedBy(e, UnresolvedAddressException.class) ->
                new Attempt.Unanswered(11210, "The host name cannot be resolved", null);
            case ConnectException e -> new Attempt.Unanswered(11205, reason, Trouble.CONNECT);
            case SSLException e
            when causedBy(e, CertificateException.class) -> new Attempt.Unanswered(11237, reason, null);
            case SSLException e -> new Attempt.Unanswered(11220, reason, null);
            case ProtocolException e -> new Attempt.Unanswered(11206, reason, null);
            case null, default -> new Attempt.Unanswered(11205, reason, null);
        };
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        byConnectTimeout.values().forEach(HttpClient::shutdownNow);
        threads.shutdownNow();
    }
}
