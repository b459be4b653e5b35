package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.FileClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what {@code <Play>} names: by GET, without parameters, asking again only whether it has changed
 * ({@code twilio.md} section 7).
 */
final class SoundFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MAX_BYTES = 64 * 1024 * 1024;
    private static final int CACHED_FILES = 32;

    private final SandboxClock clock;
    private final FileClient http = new FileClient();
    private final Map<String, Cached> cache = new LinkedHashMap<>(CACHED_FILES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
            return size() > CACHED_FILES;
        }
    };

    SoundFiles(SandboxClock clock) {
        this.clock = clock;
    }

    private record Cached(@Nullable String etag, @Nullable String lastModified, short[] samples) {}

    /** What came of fetching. */
    sealed interface Result {
        record Sound(short[] samples) implements Result {}

        /** The code is Twilio's. */
        record Unplayable(int code, String reason) implements Result {}
    }

    /** Blocks; carrier time runs at real pace meanwhile. */
    Result fetch(String url) {
        try (SandboxClock.RealPace pace = clock.realPace();
                SandboxClock.Lasting fetching = clock.inFlight()) {
            Cached known = known(url);
            HttpResponse<InputStream> reply = http.send(request(url, known));
            try (InputStream body = reply.body()) {
                if (reply.statusCode() == 304 && known != null) {
                    return new Result.Sound(known.samples());
                }
                return reply.statusCode() / 100 == 2
                        ? read(url, reply, body.readNBytes(MAX_BYTES))
                        : new Result.Unplayable(11200, "Got HTTP " + reply.statusCode() + " from " + url);
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Result.Unplayable(11200, url + " cannot be fetched: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Unplayable(11200, url + " cannot be fetched: interrupted");
        }
    }

    private Result read(String url, HttpResponse<?> reply, byte[] body) {
        try {
            short[] samples = Wav.read(body);
            remember(url, reply, samples);
            return new Result.Sound(samples);
        } catch (Wav.UnsupportedSound e) {
            String type = reply.headers().firstValue("Content-Type").orElse("none");
            return new Result.Unplayable(13420, "Play: Invalid Content-Type " + type + " at " + url);
        }
    }

    private void remember(String url, HttpResponse<?> reply, short[] samples) {
        String etag = reply.headers().firstValue("ETag").orElse(null);
        String lastModified = reply.headers().firstValue("Last-Modified").orElse(null);
        if (etag != null || lastModified != null) {
            synchronized (cache) {
                cache.put(url, new Cached(etag, lastModified, samples));
            }
        }
    }

    private @Nullable Cached known(String url) {
        synchronized (cache) {
            return cache.get(url);
        }
    }

    private static HttpRequest request(String url, @Nullable Cached known) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.split("#", 2)[0]))
                .timeout(PATIENCE)
                .header("User-Agent", "TwilioProxy/1.1");
        if (known != null && known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known != null && known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.build();
    }
}
