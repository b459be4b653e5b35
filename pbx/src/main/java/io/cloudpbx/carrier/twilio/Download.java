package io.cloudpbx.carrier.twilio;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.reach.PublicAddress;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Fetches a recording's sound or what is attached to a text. The address is rebuilt from our own base URL and the ids, never taken
 * from a webhook (T9); the credentials stay behind when the carrier sends us on to another host ({@code twilio.md} section 18), and
 * nobody sends us on to where only this machine can reach (A25).
 */
final class Download {
    private static final int MOST_REDIRECTS = 3;
    private static final long MEGABYTE = 1024L * 1024;

    private final HttpClient http;
    private final TwilioSettings settings;
    private final Duration within;

    /** @param within until the last byte is here */
    Download(HttpClient http, TwilioSettings settings, Duration within) {
        this.http = http;
        this.settings = settings;
        this.within = within;
    }

    /** What came, and what the carrier says it is. */
    record Fetched(long bytes, String contentType) {}

    /** @param path of the resource below our account */
    Fetched download(String path, Path target, long mostBytes) {
        try {
            var answer = follow(resource(path), MOST_REDIRECTS);
            try (InputStream content = answer.body();
                    var limit = closing(content)) {
                long bytes = save(answer, content, target, mostBytes);
                return new Fetched(
                        bytes, answer.headers().firstValue("Content-Type").orElse("application/octet-stream"));
            }
        } catch (IOException brokenOff) {
            throw new CarrierFailure(Kind.NOT_NOW, 0, "The download broke off: " + brokenOff.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CarrierFailure(Kind.NOT_NOW, 0, "Stopped while downloading");
        }
    }

    /** A request's own time limit ends with the answer's head; who waits for a body that stalls is woken by its closing. */
    private Closeable closing(InputStream content) {
        var read = new CompletableFuture<Boolean>().orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
        var closed = read.exceptionally(late -> close(content));
        return () -> {
            read.complete(true);
            closed.join();
        };
    }

    /** False when it was broken already; who reads it hears of that. */
    private static boolean close(InputStream content) {
        try {
            content.close();
            return true;
        } catch (IOException alreadyBroken) {
            return false;
        }
    }

    private HttpResponse<InputStream> follow(URI address, int redirectsLeft) throws IOException, InterruptedException {
        var answer = http.send(request(address), BodyHandlers.ofInputStream());
        int status = answer.statusCode();
        if (status == 200) {
            return answer;
        }
        answer.body().close();
        if (status / 100 == 3 && redirectsLeft > 0) {
            URI next = address.resolve(answer.headers().firstValue("Location").orElse(""));
            if (isOurs(next)
                    || settings.isSandbox() && isHere(next)
                    || "https".equals(next.getScheme()) && isPublic(next)) {
                return follow(next, redirectsLeft - 1);
            }
            throw new CarrierFailure(Kind.REFUSED, 0, "The carrier sent us on to a place we do not go");
        }
        throw new CarrierFailure(
                status == 404 ? Kind.GONE : Kind.NOT_NOW, 0, "The carrier answered " + status + " for a download");
    }

    private static boolean isHere(URI address) throws UnknownHostException {
        return InetAddress.getByName(String.valueOf(address.getHost())).isLoopbackAddress();
    }

    private static boolean isPublic(URI address) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(String.valueOf(address.getHost())))
                .allMatch(PublicAddress::isPublic);
    }

    private HttpRequest request(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).GET();
        return isOurs(address) ? request.header("Authorization", basic()).build() : request.build();
    }

    private static long save(HttpResponse<InputStream> answer, InputStream content, Path target, long mostBytes)
            throws IOException {
        long copied;
        try (var out = Files.newOutputStream(target)) {
            byte[] chunk = new byte[16 * 1024];
            copied = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                copied += read;
                if (copied > mostBytes) {
                    throw new CarrierFailure(Kind.REFUSED, 0, "It is larger than " + mostBytes / MEGABYTE + " MB");
                }
                out.write(chunk, 0, read);
            }
        }
        long announced = answer.headers().firstValueAsLong("Content-Length").orElse(copied);
        if (announced != copied) {
            throw new IOException("%d of %d bytes".formatted(copied, announced));
        }
        return copied;
    }

    private URI resource(String path) {
        return URI.create(
                "%s/2010-04-01/Accounts/%s/%s".formatted(settings.baseUrl(), settings.requiredAccountSid(), path));
    }

    private boolean isOurs(URI address) {
        return settings.baseUrl().getScheme().equals(address.getScheme())
                && settings.baseUrl().getRawAuthority().equals(address.getRawAuthority());
    }

    private String basic() {
        var credentials = settings.credentials();
        String pair = credentials.accountSid() + ":" + credentials.authToken();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
