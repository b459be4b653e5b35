package io.cloudpbx.dashboard.web;

import io.cloudpbx.dashboard.LiveFeed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Knows the open streams and ends them first when the program stops, which would otherwise wait for them. */
@Component
class OpenStreams implements SmartLifecycle {
    private final LiveFeed feed;
    private final Set<BrowserStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    OpenStreams(LiveFeed feed) {
        this.feed = feed;
    }

    /** From here on news is queued for this browser. */
    BrowserStream open(HttpServletResponse response) throws IOException {
        var stream = new BrowserStream(response, this::close);
        open.add(stream);
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
        open.forEach(BrowserStream::end);
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
