package io.cloudpbx.sandbox.relay;

import io.cloudpbx.sandbox.webhook.WebhookSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens WebSockets to customers' servers, signed as {@code twilio.md} section 4 item 5 says. */
public final class RelayClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .executor(threads)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * Blocks until the connection stands.
     *
     * @param url {@code wss}, or {@code ws} to a loopback host; a fragment is neither sent nor signed
     * @throws Unreachable when it cannot be made (64102)
     */
    public RelaySocket open(String url, String authToken, RelayListener listener) throws Unreachable {
        String target = url.split("#", 2)[0];
        RelaySocket socket = new RelaySocket(listener);
        try {
            WebSocket connected = http.newWebSocketBuilder()
                    .header("User-Agent", "TwilioProxy/1.1")
                    .header("X-Twilio-Signature", WebhookSignature.of(authToken, target, Map.of()))
                    .buildAsync(URI.create(target), socket)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            socket.connected(connected);
            return socket;
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unreachable(target + " cannot be reached: " + cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("The call went on without waiting for the connection");
        }
    }

    /** There is no WebSocket at the URL. */
    public static final class Unreachable extends Exception {
        Unreachable(String message) {
            super(message);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
