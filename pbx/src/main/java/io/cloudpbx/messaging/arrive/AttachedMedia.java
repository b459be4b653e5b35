package io.cloudpbx.messaging.arrive;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Media;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.storage.BlobKeys;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes note of what is attached to a text, and sends for it. */
@Component
class AttachedMedia {
    private final MediaRows rows;
    private final Jobs jobs;
    private final Clock clock;

    AttachedMedia(MediaRows rows, Jobs jobs, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
    }

    void expect(Arriving arriving, Text text) {
        for (int position = 0; position < arriving.media().size(); position++) {
            var attached = arriving.media().get(position);
            rows.insert(
                    new Media(
                            UUID.randomUUID(),
                            text.id(),
                            position,
                            attached.id(),
                            attached.type(),
                            null,
                            BlobKeys.fresh("media", clock),
                            Media.State.FETCHING,
                            null,
                            null),
                    text.createdAt());
        }
        if (arriving.mediaCount() > 0) {
            jobs.soon(FetchMedia.KIND, text.id().toString());
        }
    }
}
