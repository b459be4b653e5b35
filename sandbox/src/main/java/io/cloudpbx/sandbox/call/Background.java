package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Verb;
import java.util.List;

/** {@code <Start>} and {@code <Stop>}: what runs beside a document while the document goes on. */
final class Background {
    private Background() {}

    static Next begin(Leg leg, Verb.Background what) {
        switch (what) {
            case Verb.BackgroundRecording recording -> record(leg, recording);
            case Verb.LiveTranscription transcription -> LiveTranscriber.start(leg, transcription);
        }
        return new Next.Onward();
    }

    private static void record(Leg leg, Verb.BackgroundRecording recording) {
        Recorder.inBackground(
                leg,
                new Recorder.Order(
                        Recording.Source.START_CALL_RECORDING_API,
                        recording.dual(),
                        recording.track(),
                        recording.trimSilence(),
                        recording.statusCallback(),
                        recording.name(),
                        null));
    }

    static Next stop(Leg leg, Verb.Stop stop) {
        String name = stop.name();
        switch (stop.kind()) {
            case RECORDING ->
                List.copyOf(leg.recorders()).reversed().stream()
                        .filter(recorder -> name == null
                                || recorder.name().filter(name::equals).isPresent())
                        .findFirst()
                        .ifPresent(Recorder::finish);
            case TRANSCRIPTION ->
                List.copyOf(leg.taps()).reversed().stream()
                        .filter(LiveTranscriber.class::isInstance)
                        .map(LiveTranscriber.class::cast)
                        .filter(transcriber -> name == null || transcriber.isCalled(name))
                        .findFirst()
                        .ifPresent(LiveTranscriber::stop);
        }
        return new Next.Onward();
    }
}
