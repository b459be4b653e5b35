package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb.RecordingCallback;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who is told how a recording goes ({@code twilio.md} section 2.3). Kept on disk until it is complete. */
final class RecordingBook {
    private final CarrierState state;
    private final WebhookClient webhooks;
    private final Supplier<String> publicUrl;
    private final Table<Subscription> subscriptions;

    RecordingBook(CarrierState state, WebhookClient webhooks, Supplier<String> publicUrl) {
        this.state = state;
        this.webhooks = webhooks;
        this.publicUrl = publicUrl;
        this.subscriptions = state.table("recording-notices", Subscription.class);
    }

    private record Subscription(Callback callback, Set<String> events, Track track) {}

    /** Where the recording's media is, without an extension ({@code twilio.md} section 18). */
    String url(Recording recording) {
        return publicUrl.get() + "/2010-04-01/Accounts/" + recording.accountSid() + "/Recordings/" + recording.sid();
    }

    void started(Recording recording, @Nullable RecordingCallback told, Track track) {
        if (told != null) {
            subscriptions.put(recording.sid(), new Subscription(told.callback(), told.events(), track));
        }
        state.save(recording);
        tell(recording);
    }

    /** It pauses, goes on, or has ended: its sound can be downloaded once {@link #complete} was called. */
    void changed(Recording recording) {
        state.save(recording);
    }

    void complete(Recording processing, Instant now) {
        Recording completed = processing.became(Status.COMPLETED, now);
        state.save(completed);
        tell(completed);
        subscriptions.remove(completed.sid());
    }

    void absent(Recording recording) {
        state.save(recording);
        tell(recording);
        subscriptions.remove(recording.sid());
    }

    private void tell(Recording recording) {
        subscriptions
                .get(recording.sid())
                .filter(subscription ->
                        subscription.events().contains(recording.status().text()))
                .ifPresent(subscription -> webhooks.notify(
                        state.account(recording.accountSid()),
                        subscription.callback().url(),
                        subscription.callback().method(),
                        parameters(recording, subscription.track()),
                        recording.callSid()));
    }

    private Map<String, String> parameters(Recording recording, Track track) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", recording.accountSid());
        if (recording.conferenceSid() == null) {
            parameters.put("CallSid", recording.callSid());
        } else {
            parameters.put("ConferenceSid", recording.conferenceSid());
        }
        parameters.put("RecordingSid", recording.sid());
        parameters.put("RecordingUrl", url(recording));
        parameters.put("RecordingStatus", recording.status().text());
        if (recording.status() == Status.COMPLETED) {
            parameters.put("RecordingDuration", String.valueOf(seconds(recording)));
        }
        parameters.put("RecordingChannels", String.valueOf(recording.channels()));
        parameters.put("RecordingStartTime", CallParameters.timestamp(recording.startTime()));
        parameters.put("RecordingSource", recording.source().text());
        if (recording.conferenceSid() == null) {
            parameters.put("RecordingTrack", track.text());
        }
        if (recording.errorCode() != null) {
            parameters.put("ErrorCode", String.valueOf(recording.errorCode()));
        }
        return parameters;
    }

    /** The length as webhooks tell it. */
    static long seconds(Recording recording) {
        return Objects.requireNonNullElse(recording.duration(), Duration.ZERO).toSeconds();
    }
}
