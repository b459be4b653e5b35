package io.cloudpbx.sandbox.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The last 1,000 requests to customers' servers, for looking under the hood. */
public final class WebhookLog {
    private static final int KEPT = 1_000;

    private final Deque<WebhookExchange> exchanges = new ArrayDeque<>();
    private final List<WebhookListener> listeners = new CopyOnWriteArrayList<>();

    void add(WebhookExchange exchange) {
        synchronized (exchanges) {
            exchanges.addLast(exchange);
            if (exchanges.size() > KEPT) {
                exchanges.removeFirst();
            }
        }
        listeners.forEach(listener -> listener.requested(exchange));
    }

    /** Oldest first. */
    public List<WebhookExchange> exchanges() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    /** The latest request about this that went wrong. */
    Optional<WebhookExchange> lastFailed(String resourceSid) {
        synchronized (exchanges) {
            return exchanges.reversed().stream()
                    .filter(exchange -> exchange.resourceSid().equals(resourceSid) && exchange.errorCode() != null)
                    .findFirst();
        }
    }

    public void addListener(WebhookListener listener) {
        listeners.add(listener);
    }

    public void removeListener(WebhookListener listener) {
        listeners.remove(listener);
    }
}
