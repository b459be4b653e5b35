package io.cloudpbx.carrier.twilio;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.telephony.CarrierId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/**
 * Fetches a recording's sound. The address is rebuilt from our own base URL and the id, never taken from a webhook (T9), and the
 * credentials stay behind when the carrier sends us on to another host ({@code twilio.md} section 18).
 */
final class RecordingDownload {
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int MOST_REDIRECTS = 3;

    private final HttpClient http;
    private final TwilioSettings settings;

    RecordingDownload(HttpClient http, TwilioSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    long download(CarrierId recording, Path target) {
        try {
            var answer = follow(media(recording), MOST_REDIRECTS);
            try (InputStream sound = answer.body()) {
                return save(answer, sound, target);
            }
        } catch (IOException brokenOff) {
            throw new CarrierFailure(Kind.NOT_NOW, 0, "The download broke off: " + brokenOff.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CarrierFailure(Kind.NOT_NOW, 0, "Stopped while downloading");
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
            if (isOurs(next) || "https".equals(next.getScheme())) {
                return follow(next, redirectsLeft - 1);
            }
        }
        throw new CarrierFailure(
                status == 404 ? Kind.GONE : Kind.NOT_NOW, 0, "The carrier answered " + status + " for a recording");
    }

    private HttpRequest request(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).GET();
        return isOurs(address) ? request.header("Authorization", basic()).build() : request.build();
    }

    private static long save(HttpResponse<InputStream> answer, InputStream sound, Path target) throws IOException {
        long copied;
        try (var out = Files.newOutputStream(target)) {
            byte[] chunk = new byte[16 * 1024];
            copied = 0;
            for (int read = sound.read(chunk); read >= 0; read = sound.read(chunk)) {
                copied += read;
                if (copied > MOST_BYTES) {
                    throw new CarrierFailure(Kind.REFUSED, 0, "The recording is larger than 100 MB");
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

    private URI media(CarrierId recording) {
        return URI.create("%s/2010-04-01/Accounts/%s/Recordings/%s.wav"
                .formatted(settings.baseUrl(), settings.requiredAccountSid(), recording.value()));
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
