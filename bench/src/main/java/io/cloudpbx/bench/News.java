package io.cloudpbx.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A stream of server-sent events, as a browser follows it. */
final class News implements AutoCloseable {
    private static final String DATA = "data: ";

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private volatile boolean closed;

    private News(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    static News follow(String url, String token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept", "text/event-stream");
        return new News(connection);
    }

    /** Hands the data of each event on, on a thread of its own, until it is closed. */
    void each(Consumer<String> data) {
        Thread.ofPlatform().daemon().start(() -> read(data));
    }

    private void read(Consumer<String> data) {
        try {
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    data.accept(line.substring(DATA.length()));
                }
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        } finally {
            connection.disconnect();
        }
    }

    /** The thread that reads hangs up with the next line, a sign of life at the latest: until then only it may touch the stream. */
    @Override
    public void close() {
        closed = true;
    }
}
