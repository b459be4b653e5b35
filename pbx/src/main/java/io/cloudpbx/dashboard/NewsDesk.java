package io.cloudpbx.dashboard;

import io.cloudpbx.calls.CallViews;
import io.cloudpbx.dashboard.store.NewsRows;
import io.cloudpbx.dashboard.store.NewsRows.News;
import io.cloudpbx.missedcalls.MissedCalls;
import io.cloudpbx.voicemail.Voicemails;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where news for browsers is handed in, in the transaction in which it happened. */
@Component
class NewsDesk {
    private final NewsRows rows;
    private final Voicemails voicemails;
    private final CallViews calls;
    private final MissedCalls missed;
    private final JsonMapper json;
    private final Clock clock;

    NewsDesk(NewsRows rows, Voicemails voicemails, CallViews calls, MissedCalls missed, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.voicemails = voicemails;
        this.calls = calls;
        this.missed = missed;
        this.json = json;
        this.clock = clock;
    }

    void tell(String type, Object data) {
        tell(Stream.of(new Told(type, data)));
    }

    /**
     * Nobody is forgotten from here to the transaction's end whose number is read for news; without this somebody may be between that it is
     * read and that it is told.
     */
    void takeTurn() {
        rows.takeTurn();
    }

    /** In this order. */
    void tell(Stream<Told> news) {
        List<News> written = news.map(told -> new News(told.type(), json.writeValueAsString(told.data())))
                .toList();
        if (!written.isEmpty()) {
            rows.add(written, clock.instant());
        }
    }

    /** @param data what browsers get as JSON */
    record Told(String type, Object data) {}

    /** The figures of the sidebar that calls change. */
    void counts() {
        tell(
                "counts",
                Map.of("unheard", voicemails.unheard(), "liveCalls", calls.liveCount(), "missed", missed.open()));
    }
}
