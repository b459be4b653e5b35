package io.cloudpbx.sandbox.relay;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a customer's server. Takes one message at a time, so that a server that floods the carrier waits
 * for it instead of filling its memory.
 */
public final class RelaySocket implements WebSocket.Listener {
    private static final int MESSAGE_MAX = 64 * 1024;
    private static final int UNSENT_MAX = 1_000;
    private static final int BROKEN = 1006;
    /** Java's client may not send 1009, which says the same. */
    private static final int TOO_LONG = 1008;

    private final RelayListener listener;
    private final StringBuilder message = new StringBuilder();
    private final AtomicInteger unsent = new AtomicInteger();
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket socket;

    RelaySocket(RelayListener listener) {
        this.listener = listener;
    }

    synchronized void connected(WebSocket connected) {
        socket = connected;
    }

    /** Sends in order, without waiting. A server that takes nothing any more is cut off. */
    public synchronized void send(RelayEvent event) {
        WebSocket open = socket;
        if (open == null) {
            return;
        }
        if (unsent.incrementAndGet() > UNSENT_MAX) {
            open.abort();
            return;
        }
        String json = event.json();
        lastSent = lastSent.thenCompose(sent -> open.sendText(json, true))
                .whenComplete((done, failed) -> unsent.decrementAndGet());
    }

    /** Asks for one more message. */
    public synchronized void next() {
        if (socket != null) {
            socket.request(1);
        }
    }

    /** Closes it after what was sent; nothing is told to the listener any more. */
    public synchronized void close(int code, String reason) {
        WebSocket open = socket;
        socket = null;
        if (open != null) {
            lastSent = lastSent.handle((sent, failed) -> open.sendClose(code, reason));
        }
    }

    /** The connection breaks, for both sides. */
    void breakOff() {
        ended(BROKEN, "the connection broke (a fault that was asked for)");
        synchronized (this) {
            if (socket != null) {
                socket.abort();
            }
        }
    }

    private synchronized boolean isOpen() {
        return socket != null;
    }

    @Override
    public void onOpen(WebSocket opened) {
        connected(opened);
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket sender, CharSequence part, boolean last) {
        message.append(part);
        if (message.length() > MESSAGE_MAX) {
            sender.sendClose(TOO_LONG, "Message too long");
            ended(TOO_LONG, "a message of more than 64 kB");
            return null;
        }
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            listener.received(whole);
        } else {
            sender.request(1);
        }
        return null;
    }

    /** Frames of bytes are no part of the protocol. */
    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket sender, java.nio.ByteBuffer data, boolean last) {
        if (last) {
            listener.received("(binary)");
        } else {
            sender.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket closed, int code, String reason) {
        ended(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket broken, Throwable error) {
        ended(BROKEN, String.valueOf(error.getMessage()));
    }

    private void ended(int code, String reason) {
        if (isOpen()) {
            listener.closed(code, reason);
        }
    }
}
