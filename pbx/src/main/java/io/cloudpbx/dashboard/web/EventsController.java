package io.cloudpbx.dashboard.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.dashboard.LiveFeed;
import io.cloudpbx.dashboard.LiveNews;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/events}: server-sent events, resumed where the browser left off. The request's own virtual thread writes, so a slow
 * browser holds up nobody else.
 */
@RestController
class EventsController {
    private static final Logger log = LoggerFactory.getLogger(EventsController.class);

    private final LiveFeed feed;
    private final OpenStreams streams;

    EventsController(LiveFeed feed, OpenStreams streams) {
        this.feed = feed;
        this.streams = streams;
    }

    @GetMapping("/api/events")
    void events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            SignedIn who,
            HttpServletResponse response)
            throws InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (var stream = streams.open(who.userId(), response)) {
            long from = catchUp(stream, seen(lastEventId).or(() -> seen(after)));
            stream.follow(from);
        } catch (IOException gone) {
            // Nothing failed: browsers leave like this, and ask for what they missed when they are back.
            log.debug("A browser left its stream: {}", gone.getMessage());
        }
    }

    /** Everything the browser missed; one that was away too long is told to load afresh. */
    private long catchUp(BrowserStream stream, Optional<Long> seen) throws IOException {
        long newest = feed.newest();
        if (seen.isEmpty()) {
            stream.begin(newest);
            return newest;
        }
        if (!feed.reachesBackTo(seen.get())) {
            stream.write(List.of(new LiveNews(newest, "reset", "{}")));
            return newest;
        }
        long from = seen.get();
        for (var missed = feed.after(from); !missed.isEmpty(); missed = feed.after(from)) {
            stream.write(missed);
            from = missed.getLast().id();
        }
        stream.begin(from);
        return from;
    }

    private static Optional<Long> seen(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
