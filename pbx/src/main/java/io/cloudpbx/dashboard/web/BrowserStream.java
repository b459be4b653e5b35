package io.cloudpbx.dashboard.web;

import io.cloudpbx.dashboard.LiveFeed;
import io.cloudpbx.dashboard.LiveNews;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One browser's stream: queued by the feed, written by the request's thread. */
final class BrowserStream implements LiveFeed.Listener, AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final List<LiveNews> END = List.of(new LiveNews(-1, "end", ""));

    /** A stream ends now and then, and the browser returns by itself: so access is checked again and again. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** A browser that is this far behind does better to reconnect and catch up from the table. */
    private static final int MOST_BEHIND = 1000;

    private final BlockingQueue<List<LiveNews>> queue = new LinkedBlockingQueue<>(MOST_BEHIND);
    private final HttpServletResponse response;
    private final PrintWriter out;
    private final Consumer<BrowserStream> onClose;
    private volatile boolean fellBehind;

    BrowserStream(HttpServletResponse response, Consumer<BrowserStream> onClose) throws IOException {
        this.response = response;
        this.out = response.getWriter();
        this.onClose = onClose;
    }

    @Override
    public void tell(List<LiveNews> news) {
        if (!queue.offer(news)) {
            fellBehind = true;
        }
    }

    /** Ends the stream from outside; the browser will reconnect, perhaps to another node. */
    void end() {
        queue.clear();
        queue.add(END);
    }

    void begin(long id) throws IOException {
        out.write("retry: 1000\nid: " + id + "\n: ready\n\n");
        flush();
    }

    void write(List<LiveNews> news) throws IOException {
        for (var item : news) {
            String id = item.isNumbered() ? "id: " + item.id() + "\n" : "";
            out.write(id + "event: " + item.type() + "\ndata: " + item.data() + "\n\n");
        }
        flush();
    }

    /** Writes what is newer than {@code from} until the browser goes away or the stream is ended. */
    void follow(long from) throws IOException, InterruptedException {
        long seen = from;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!fellBehind && System.nanoTime() < end) {
            var news = queue.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
            if (news == END) {
                return;
            }
            if (news == null) {
                out.write(": still here\n\n");
                flush();
            } else {
                long after = seen;
                write(news.stream()
                        .filter(item -> item.id() > after || !item.isNumbered())
                        .toList());
                seen = Math.max(seen, news.getLast().id());
            }
        }
    }

    /** A writer hides that the browser is gone; flushing the response itself tells. */
    private void flush() throws IOException {
        boolean broken = out.checkError();
        if (broken) {
            throw new IOException("The browser is gone");
        }
        response.flushBuffer();
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
