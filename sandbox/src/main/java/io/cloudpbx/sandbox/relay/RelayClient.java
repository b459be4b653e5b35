package io.cloudpbx.sandbox.relay;

import io.cloudpbx.sandbox.fault.Faults;
import io.cloudpbx.sandbox.fault.Site;
import io.cloudpbx.sandbox.fault.Strike;
import io.cloudpbx.sandbox.fault.What;
import io.cloudpbx.sandbox.webhook.WebhookSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Opens WebSockets to customers' servers, signed as {@code twilio.md} section 4 item 5 says. */
public final class RelayClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Faults faults;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .executor(threads)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public RelayClient(Faults faults) {
        this.faults = faults;
    }

    /**
     * Blocks until the connection stands.
     *
     * @param call as rules about faults look at it
     *     its address is {@code wss}, or {@code ws} to a loopback host; a fragment is neither sent nor signed
     * @throws Unreachable when it cannot be made (64102)
     */
    public RelaySocket open(Site call, String authToken, RelayListener listener) throws Unreachable {
        List<Strike> strikes = faults.decide(call);
        String target = call.address().split("#", 2)[0];
        LockSupport.parkNanos(Duration.ofMillis(Strike.delayMs(strikes)).toNanos());
        if (strikes.stream().anyMatch(strike -> strike.what() instanceof What.Outage)) {
            throw new Unreachable(target + " cannot be reached (a fault that was asked for)");
        }
        RelaySocket socket = new RelaySocket(listener);
        try {
            WebSocket connected = http.newWebSocketBuilder()
                    .header("User-Agent", "TwilioProxy/1.1")
                    .header(
                            "X-Twilio-Signature",
                            WebhookSignature.of(authToken, target, Map.of(), Strike.signature(strikes)))
                    .buildAsync(URI.create(target), socket)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            socket.connected(connected);
            strikes.forEach(strike -> breakOff(socket, strike));
            return socket;
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unreachable(target + " cannot be reached: " + cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("The call went on without waiting for the connection");
        }
    }

    private void breakOff(RelaySocket socket, Strike strike) {
        if (strike.what() instanceof What.BreakOff breakOff) {
            threads.execute(() -> {
                LockSupport.parkNanos(Duration.ofMillis(breakOff.afterMs()).toNanos());
                socket.breakOff();
            });
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
