package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Exchange.CallNotInProgress;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recordings of a live leg, as the REST API starts and changes them ({@code twilio.md} section 12). */
final class LegRecordings {
    private static final String CURRENT = "Twilio.CURRENT";

    private LegRecordings() {}

    /** @throws CallNotInProgress when the call is not answered, or over */
    static Recording start(Leg leg, CallOrder.RecordingOrder order) {
        if (!leg.isAnswered() || leg.isOver()) {
            throw new CallNotInProgress(leg.call().sid());
        }
        return Recorder.inBackground(leg, order(order, Recording.Source.START_CALL_RECORDING_API))
                .recording();
    }

    static Recorder.Order order(CallOrder.RecordingOrder order, Recording.Source source) {
        return new Recorder.Order(
                source, order.dual(), order.track(), order.trimSilence(), callback(order.callback()), null, null);
    }

    private static Verb.@Nullable RecordingCallback callback(CallOrder.@Nullable StatusCallback callback) {
        return callback == null
                ? null
                : new Verb.RecordingCallback(new Callback(callback.url(), callback.method()), callback.events());
    }

    /** Empty when no such recording runs; {@code Twilio.CURRENT} is the one that was started last. */
    static Optional<Recording> change(Leg leg, String sid, RecordingChange change) {
        Optional<Recorder> running = leg.recorders().reversed().stream()
                .filter(recorder ->
                        sid.equals(CURRENT) || recorder.recording().sid().equals(sid))
                .findFirst();
        return running.map(recorder -> apply(recorder, change));
    }

    private static Recording apply(Recorder recorder, RecordingChange change) {
        switch (change) {
            case RecordingChange.Pause pause ->
                recorder.pause(pause.skip() ? Recorder.Pause.SKIP : Recorder.Pause.SILENCE);
            case RecordingChange.Resume resume -> recorder.resume();
            case RecordingChange.Stop stop -> {
                recorder.finish();
                Recording stopped = recorder.recording();
                // Processing begins at once, but the answer tells what was asked for.
                return stopped.became(Status.STOPPED, stopped.dateUpdated());
            }
        }
        return recorder.recording();
    }
}
