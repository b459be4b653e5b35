package io.cloudpbx.sandbox.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Fetches files that documents and texts name: follows redirects, and brings no credentials. */
public final class FileClient implements AutoCloseable {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock making = new ReentrantLock();
    private @Nullable HttpClient http;

    /** Blocks; the body is the caller's to close. */
    public HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        return client().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Made when first needed: its TLS takes a tenth of a second to set up, which would delay every start. */
    private HttpClient client() {
        making.lock();
        try {
            if (http == null) {
                http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(CONNECT_PATIENCE)
                        .build();
            }
            return http;
        } finally {
            making.unlock();
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        making.lock();
        try {
            if (http != null) {
                http.shutdownNow();
            }
        } finally {
            making.unlock();
        }
    }
}
