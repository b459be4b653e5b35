package io.cloudpbx.hooks.send;

import io.cloudpbx.hooks.Delivery;
import io.cloudpbx.hooks.Try;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Sends one delivery once. Whatever comes of it is a value: a receiver that fails is nothing unexpected. */
@Component
public class Posting {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    /** Enough for a receiver to say what is wrong; nothing beyond is read. */
    private static final int MOST_BYTES = 1024;

    private final CloseableHttpClient http;
    private final Clock clock;
    private final Duration within;

    @Autowired
    Posting(CloseableHttpClient requestsToReceivers, Clock clock) {
        this(requestsToReceivers, clock, WITHIN);
    }

    /** @param within from the first byte that leaves to the last that is read */
    Posting(CloseableHttpClient http, Clock clock, Duration within) {
        this.http = http;
        this.clock = clock;
        this.within = within;
    }

    /** What stands in the answer. */
    private record Heard(int status, String beginning) {}

    /** @param valid secrets that sign it, the newest first */
    public Try post(URI url, Delivery delivery, List<SigningSecret> valid) {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        var request = request(url, delivery, valid, at);
        try {
            Heard heard = heard(request);
            return new Try(at, since(begun), heard.status(), null, heard.beginning());
        } catch (IOException failure) {
            String why = request.isCancelled()
                    ? "It did not answer within " + within.toSeconds() + " seconds."
                    : sentence(failure);
            return new Try(at, since(begun), null, why, null);
        }
    }

    private static HttpPost request(URI url, Delivery delivery, List<SigningSecret> valid, Instant at) {
        var request = new HttpPost(url);
        request.setHeader("webhook-id", delivery.messageId());
        request.setHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        request.setHeader("webhook-signature", SigningSecret.header(valid, delivery.messageId(), at, delivery.body()));
        request.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    /** A socket's own time limit begins anew with each byte; a receiver that trickles would hold its thread for good. */
    private Heard heard(HttpPost request) throws IOException {
        var end = new CompletableFuture<Void>().completeOnTimeout(null, within.toMillis(), TimeUnit.MILLISECONDS);
        var cut = end.thenRun(request::cancel);
        try {
            return answer(request);
        } finally {
            cut.cancel(false);
            end.cancel(false);
        }
    }

    private Heard answer(HttpPost request) throws IOException {
        Heard heard = null;
        try (ClassicHttpResponse answer = http.executeOpen(null, request, null)) {
            heard = new Heard(answer.getCode(), beginning(answer.getEntity(), request));
            return heard;
        } catch (IOException closing) {
            if (heard != null) {
                return heard;
            }
            throw closing;
        }
    }

    private static String beginning(@Nullable HttpEntity body, HttpPost request) throws IOException {
        if (body == null) {
            return "";
        }
        InputStream content = body.getContent();
        byte[] read = content.readNBytes(MOST_BYTES);
        if (read.length == MOST_BYTES) {
            // Without this, closing would read what else there is.
            request.cancel();
        }
        return printable(new String(read, StandardCharsets.UTF_8));
    }

    /** What a receiver says is shown to people and kept in the database, which takes no NUL. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static String sentence(IOException failure) {
        return switch (failure) {
            case Destination.Forbidden forbidden -> "Its name leads to an address that is not on the public internet.";
            case UnknownHostException unknown -> "Nobody knows an address for its name.";
            case ConnectTimeoutException late -> "There was no connection within 3 seconds.";
            case ConnectException refused -> "It does not accept connections.";
            case NoRouteToHostException nowhere -> "There is no way to its address.";
            case SSLException untrusted ->
                "No safe connection: its certificate is not valid for this name, or it does not speak TLS.";
            default -> "The connection broke off before it answered.";
        };
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
