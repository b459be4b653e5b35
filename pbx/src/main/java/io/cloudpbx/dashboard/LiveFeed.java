package io.cloudpbx.dashboard;

import io.cloudpbx.dashboard.store.NewsRows;
import io.cloudpbx.dashboard.store.NewsRows.News;
import io.cloudpbx.dashboard.store.NewsSignal;
import io.cloudpbx.jobs.Loops;
import io.cloudpbx.jobs.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands news to the browsers of this node, whichever node it happened on. */
@Component
public class LiveFeed implements Recurring {
    private static final Duration KEPT_FOR = Duration.ofHours(24);
    private static final int AT_ONCE = 500;
    /** Whoever missed more, as over night, has less to load when it begins afresh. */
    private static final int MOST_MISSED = 2_000;

    private final NewsRows rows;
    private final NewsSignal signal;
    private final Loops loops;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile long handedOn;

    LiveFeed(NewsRows rows, NewsSignal signal, Loops loops, Clock clock) {
        this.rows = rows;
        this.signal = signal;
        this.loops = loops;
        this.clock = clock;
    }

    /** A browser's end of the stream; must not block for long. */
    public interface Listener {
        void tell(List<LiveNews> news);
    }

    /** What was to be told when the program ended may never have been: browsers that were here before load afresh. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void start() {
        handedOn = rows.newest();
        rows.add(List.of(new News("reset", "{}")), clock.instant());
        loops.run("live-news", () -> signal.listen(this::handOn));
    }

    private void handOn() {
        for (var news = rows.after(handedOn, AT_ONCE); !news.isEmpty(); news = rows.after(handedOn, AT_ONCE)) {
            var batch = news;
            listeners.forEach(listener -> listener.tell(batch));
            handedOn = news.getLast().id();
        }
    }

    /** To the browsers of this node, past the table: it may not take anything now. */
    void tellNow(String type, String data) {
        var news = List.of(new LiveNews(LiveNews.UNNUMBERED, type, data));
        listeners.forEach(listener -> listener.tell(news));
    }

    public void add(Listener listener) {
        listeners.add(listener);
    }

    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** Whether everything after this id is still kept, and little enough, so that one can go on from there. */
    public boolean reachesBackTo(long id) {
        long oldest = rows.oldest();
        long missed = rows.newest() - id;
        return missed >= 0 && missed <= MOST_MISSED && (oldest == 0 || id >= oldest - 1);
    }

    public List<LiveNews> after(long id) {
        return rows.after(id, AT_ONCE);
    }

    public long newest() {
        return rows.newest();
    }

    @Override
    public String name() {
        return "dashboard.forget-news";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        rows.forgetBefore(clock.instant().minus(KEPT_FOR));
    }
}
