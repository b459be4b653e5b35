package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.webhook.ConnectionSettings.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Sends one request and names what went wrong by Twilio's codes ({@code twilio.md} section 14). */
final class HttpSender implements AutoCloseable {
    /** {@code twilio.md} section 6: more is 11750. */
    static final int DOCUMENT_LIMIT = 64 * 1024;

    private static final int AUDIO_LIMIT = 16 * 1024 * 1024;

    /** A client's connect timeout is fixed when it is built. */
    private final Map<Duration, CloseableHttpClient> byConnectTimeout = new ConcurrentHashMap<>();

    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    HttpSender() {
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** How much of a reply of this type is used. */
    static int limit(String contentType) {
        return contentType.startsWith("audio/") ? AUDIO_LIMIT : DOCUMENT_LIMIT;
    }

    /**
     * Returns when the reply is there, up to one byte more of it than is used.
     *
     * @param timeout for all of it: a socket's own would not end a reply that trickles in
     * @throws InterruptedException when a virtual thread that waits here is interrupted
     */
    Attempt send(HttpUriRequestBase request, Duration connectTimeout, Duration timeout) throws InterruptedException {
        Future<?> end = deadlines.schedule(request::cancel, timeout.toNanos(), TimeUnit.NANOSECONDS);
        try (ClassicHttpResponse response = client(connectTimeout).executeOpen(null, request, null)) {
            return replied(response);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            return request.isCancelled()
                    ? new Attempt.Unanswered(11200, "No reply within " + timeout.toMillis() + " ms", Trouble.READ)
                    : unanswered(e);
        } finally {
            end.cancel(false);
        }
    }

    private CloseableHttpClient client(Duration connectTimeout) {
        return byConnectTimeout.computeIfAbsent(connectTimeout, PlainClient::connectingWithin);
    }

    private static Attempt replied(ClassicHttpResponse response) throws IOException {
        String type = Objects.requireNonNullElse(header(response, "Content-Type"), "");
        boolean zipped = "gzip".equalsIgnoreCase(header(response, "Content-Encoding"));
        byte[] body = body(response.getEntity(), limit(type));
        List<String> cookies = Arrays.stream(response.getHeaders("Set-Cookie"))
                .map(Header::getValue)
                .toList();
        return new Attempt.Replied(
                response.getCode(),
                type,
                header(response, "Location"),
                header(response, "WWW-Authenticate"),
                cookies,
                zipped ? unzip(body, limit(type)) : body);
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static byte[] body(@Nullable HttpEntity entity, int limit) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            return content.readNBytes(limit + 1);
        }
    }

    private static byte[] unzip(byte[] zipped, int limit) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readNBytes(limit + 1);
        } catch (IOException broken) {
            throw new ClientProtocolException(new ProtocolException("The reply is not zipped as it says", broken));
        }
    }

    private static Attempt unanswered(IOException failure) {
        String reason = failure.toString();
        return switch (failure) {
            case ConnectTimeoutException e -> new Attempt.Unanswered(11205, reason, Trouble.CONNECT);
            case UnknownHostException e -> new Attempt.Unanswered(11210, "The host name cannot be resolved", null);
            case ConnectException e -> new Attempt.Unanswered(11205, reason, Trouble.CONNECT);
            case SSLException e
            when causedBy(e, CertificateException.class) -> new Attempt.Unanswered(11237, reason, null);
            case SSLException e -> new Attempt.Unanswered(11220, reason, null);
            case IOException e when causedBy(e, HttpException.class) -> new Attempt.Unanswered(11206, reason, null);
            default -> new Attempt.Unanswered(11205, reason, Trouble.CUT);
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
        byConnectTimeout.values().forEach(client -> client.close(CloseMode.IMMEDIATE));
        deadlines.shutdownNow();
    }
}
