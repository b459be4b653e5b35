package io.cloudpbx.sandbox.relay;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a customer's server. Takes one message at a time, so that a server that floods the carrier waits
 * for it instead of filling its memory.
 */
public final class RelaySocket implements Session.Listener {
    private static final int MESSAGE_MAX = 64 * 1024;
    private static final int UNSENT_MAX = 1_000;

    private final RelayListener listener;
    private final StringBuilder message = new StringBuilder();
    private final AtomicInteger unsent = new AtomicInteger();
    private @Nullable Session session;
    private boolean open;
    private boolean asked;

    RelaySocket(RelayListener listener) {
        this.listener = listener;
    }

    /** Sends in order, without waiting. A server that takes nothing any more is cut off. */
    public synchronized void send(RelayEvent event) {
        if (session == null || !open) {
            return;
        }
        if (unsent.incrementAndGet() > UNSENT_MAX) {
            session.disconnect();
            return;
        }
        session.sendText(event.json(), Callback.from(unsent::decrementAndGet, failure -> unsent.decrementAndGet()));
    }

    /** Asks for one more message. */
    public void next() {
        Session unasked = unasked();
        if (unasked != null) {
            // Not under the lock: what has come already is delivered before this returns.
            unasked.demand();
        }
    }

    private synchronized @Nullable Session unasked() {
        if (asked) {
            return null;
        }
        asked = session != null;
        return session;
    }

    private synchronized void arrived() {
        asked = false;
    }

    /** Closes it after what was sent; nothing is told to the listener any more. */
    public void close(int code, String reason) {
        synchronized (this) {
            if (session == null || !open) {
                return;
            }
            open = false;
            session.close(code, reason, Callback.NOOP);
        }
        // The server's own closing word is the last message.
        next();
    }

    /** The connection breaks, for both sides. */
    void breakOff() {
        ended(StatusCode.NO_CLOSE, "the connection broke (a fault that was asked for)");
        synchronized (this) {
            if (session != null) {
                session.disconnect();
            }
        }
    }

    private synchronized boolean isOpen() {
        return open;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        synchronized (this) {
            session = opened;
            open = true;
        }
        next();
    }

    @Override
    public void onWebSocketPartialText(String part, boolean last) {
        arrived();
        if (!isOpen()) {
            next();
            return;
        }
        message.append(part);
        if (message.length() > MESSAGE_MAX) {
            close(StatusCode.MESSAGE_TOO_LARGE, "Message too long");
            listener.closed(StatusCode.MESSAGE_TOO_LARGE, "a message of more than 64 kB");
        } else if (last) {
            String whole = message.toString();
            message.setLength(0);
            listener.received(whole);
        } else {
            next();
        }
    }

    /** Frames of bytes are no part of the protocol. */
    @Override
    public void onWebSocketPartialBinary(ByteBuffer data, boolean last, Callback taken) {
        arrived();
        taken.succeed();
        if (last && isOpen()) {
            listener.received("(binary)");
        } else {
            next();
        }
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback taken) {
        ended(code, Objects.requireNonNullElse(reason, ""));
        taken.succeed();
    }

    @Override
    public void onWebSocketError(Throwable error) {
        ended(StatusCode.NO_CLOSE, String.valueOf(error.getMessage()));
    }

    private void ended(int code, String reason) {
        if (isOpen()) {
            listener.closed(code, reason);
        }
    }
}
