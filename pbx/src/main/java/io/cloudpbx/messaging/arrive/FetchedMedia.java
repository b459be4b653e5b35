package io.cloudpbx.messaging.arrive;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.ForgetBlob;
import io.cloudpbx.messaging.Media;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.Media.State;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of what is attached to texts. */
@Component
class FetchedMedia {
    private final MediaRows rows;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FetchedMedia(MediaRows rows, Jobs jobs, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void expect(Text text, List<CarrierId> ids) {
        for (int position = 0; position < ids.size(); position++) {
            rows.insert(
                    new Media(
                            UUID.randomUUID(),
                            text.id(),
                            position,
                            ids.get(position),
                            "application/octet-stream",
                            null,
                            BlobKeys.fresh("media", clock),
                            State.FETCHING,
                            null,
                            null),
                    clock.instant());
        }
    }

    /** What was forgotten while it was on its way here is not kept. */
    @Transactional
    public void stored(Media media, Content content) {
        if (rows.stored(media.id(), content)) {
            announce(media);
        } else if (rows.find(media.id()).isEmpty()) {
            jobs.soon(ForgetBlob.KIND, media.blobKey());
        }
    }

    @Transactional
    public void refused(Media media, String reason) {
        if (rows.leaveFetching(media.id(), State.REFUSED, reason)) {
            announce(media);
        }
    }

    @Transactional
    public void lost(Text text) {
        rows.of(text.id()).stream()
                .filter(media ->
                        rows.leaveFetching(media.id(), State.LOST, "The carrier did not hand it over in two days."))
                .forEach(this::announce);
    }

    private void announce(Media media) {
        events.publishEvent(new TextChanged(Objects.requireNonNull(media.textId())));
    }
}
