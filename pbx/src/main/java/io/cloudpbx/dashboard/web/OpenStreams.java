package io.cloudpbx.dashboard.web;

import io.cloudpbx.access.AccessEnded;
import io.cloudpbx.dashboard.LiveFeed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Knows the open streams and ends them first when the program stops, which would otherwise wait for them. */
@Component
class OpenStreams implements SmartLifecycle {
    private final LiveFeed feed;
    /** With whose each is. */
    private final Map<BrowserStream, UUID> open = new ConcurrentHashMap<>();

    private volatile boolean running;

    OpenStreams(LiveFeed feed) {
        this.feed = feed;
    }

    /** From here on news is queued for this browser. */
    BrowserStream open(UUID user, HttpServletResponse response) throws IOException {
        var stream = new BrowserStream(response, this::close);
        open.put(stream, user);
        feed.add(stream);
        if (!running) {
            stream.end();
        }
        return stream;
    }

    private void close(BrowserStream stream) {
        feed.remove(stream);
        open.remove(stream);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.keySet().forEach(BrowserStream::end);
    }

    /** Whoever may still be here returns by themselves; at other nodes a stream ends within its five minutes. */
    @TransactionalEventListener(fallbackExecution = true)
    void endThoseOf(AccessEnded ended) {
        open.forEach((stream, user) -> {
            if (user.equals(ended.userId())) {
                stream.end();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
