package io.cloudpbx.sandbox.relay;

import io.cloudpbx.sandbox.fault.Faults;
import io.cloudpbx.sandbox.fault.Site;
import io.cloudpbx.sandbox.fault.Strike;
import io.cloudpbx.sandbox.fault.What;
import io.cloudpbx.sandbox.webhook.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.client.ClientUpgradeRequest;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.jspecify.annotations.Nullable;

/**
 * Opens WebSockets to customers' servers, signed as {@code twilio.md} section 4 item 5 says. By Jetty, whose server is
 * here anyway: the JDK's own client may not close with the codes that Twilio closes with.
 */
public final class RelayClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** More than there are ports: a conversation never waits for another one's end. */
    private static final int UNLIMITED = 100_000;

    private final Faults faults;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable WebSocketClient started;

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
            ClientUpgradeRequest upgrade = new ClientUpgradeRequest(URI.create(target));
            upgrade.setHeader(
                    "X-Twilio-Signature", WebhookSignature.of(authToken, target, Map.of(), Strike.signature(strikes)));
            client().connect(socket, upgrade).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            strikes.forEach(strike -> breakOff(socket, strike));
            return socket;
        } catch (ExecutionException | TimeoutException | IOException | IllegalArgumentException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unreachable(target + " cannot be reached: " + cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("The call went on without waiting for the connection");
        }
    }

    /** Started with the first conversation; most carriers of tests have none. */
    private synchronized WebSocketClient client() {
        if (started == null) {
            WebSocketClient client = new WebSocketClient(http());
            // A caller may think as long as he likes.
            client.setIdleTimeout(Duration.ZERO);
            client.setStopTimeout(0);
            start(client);
            started = client;
        }
        return started;
    }

    private static HttpClient http() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("relay");
        threads.setDaemon(true);
        HttpClient http = new HttpClient();
        http.setExecutor(threads);
        http.setConnectTimeout(CONNECT.toMillis());
        http.setMaxConnectionsPerDestination(UNLIMITED);
        http.setFollowRedirects(false);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "TwilioProxy/1.1"));
        return http;
    }

    private static void start(WebSocketClient client) {
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("No WebSocket can be opened", e);
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
    public synchronized void close() {
        threads.shutdownNow();
        WebSocketClient client = started;
        if (client != null) {
            LifeCycle.stop(client);
        }
    }
}
