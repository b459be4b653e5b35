package io.cloudpbx.dashboard;

import io.cloudpbx.calls.CallViews;
import io.cloudpbx.dashboard.store.NewsRows;
import io.cloudpbx.voicemail.Voicemails;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where news for browsers is handed in, in the transaction in which it happened. */
@Component
class NewsDesk {
    private final NewsRows rows;
    private final Voicemails voicemails;
    private final CallViews calls;
    private final JsonMapper json;
    private final Clock clock;

    NewsDesk(NewsRows rows, Voicemails voicemails, CallViews calls, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.voicemails = voicemails;
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    void tell(String type, Object data) {
        rows.add(type, json.writeValueAsString(data), clock.instant());
    }

    /** The figures of the sidebar that calls change. */
    void counts() {
        tell(
                "counts",
                Map.of(
                        "unheard",
                        voicemails.unheard(),
                        "liveCalls",
                        calls.live().size()));
    }
}
