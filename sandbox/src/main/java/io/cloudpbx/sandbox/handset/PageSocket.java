package io.cloudpbx.sandbox.handset;

import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way to one open page. What is sent is queued, so that a slow page never holds up a call; a page that reads
 * nothing any more is let go.
 */
final class PageSocket {
    private static final Logger LOG = LoggerFactory.getLogger(PageSocket.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int QUEUE_MAX = 5_000;
    private static final Object END = new Object();

    private final WsContext context;
    private final LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>(QUEUE_MAX);

    PageSocket(WsContext context) {
        this.context = context;
        Thread.ofVirtual().name("phone").start(this::sendQueued);
    }

    boolean is(WsContext other) {
        return context.sessionId().equals(other.sessionId());
    }

    void send(ToPage message) {
        offer(JSON.writeValueAsString(message));
    }

    void send(byte[] sound) {
        offer(ByteBuffer.wrap(sound));
    }

    /** Closes the page's socket after what was sent before. */
    void close() {
        offer(END);
    }

    private void offer(Object frame) {
        if (!queue.offer(frame)) {
            context.closeSession(1008, "The page does not read");
        }
    }

    private void sendQueued() {
        try {
            for (Object frame = queue.take(); frame != END && context.session.isOpen(); frame = queue.take()) {
                switch (frame) {
                    case String text -> context.send(text);
                    case ByteBuffer sound -> context.send(sound);
                    default -> throw new IllegalStateException("Not a frame: " + frame);
                }
            }
            context.closeSession(1000, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The page has gone: {}", e.getMessage());
        }
    }
}
