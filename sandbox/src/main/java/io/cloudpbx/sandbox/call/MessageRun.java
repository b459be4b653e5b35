package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Instant;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Records what the far side says ({@code twilio.md} section 7, {@code <Record>}). */
final class MessageRun {
    private final Leg leg;
    private final PromptPlayer prompts;
    private final Verb.TakeMessage message;

    MessageRun(Leg leg, PromptPlayer prompts, Verb.TakeMessage message) {
        this.leg = leg;
        this.prompts = prompts;
        this.message = message;
    }

    Next run() {
        if (message.action() == null) {
            Hood.error(leg, 11100, "Record without action in a document that has no URL of its own");
            return new Next.Fail();
        }
        if (message.playBeep()) {
            prompts.beep();
        }
        return record(message.action());
    }

    private Next record(Callback action) {
        Deque<Character> keys = leg.takeKeys();
        keys.clear();
        Recorder recorder = Recorder.start(
                leg,
                new Recorder.Order(
                        Recording.Source.RECORD_VERB,
                        false,
                        Verb.Track.INBOUND,
                        message.trimSilence(),
                        message.statusCallback(),
                        null,
                        message.maxLength()));
        try (Ear ear = leg.listen()) {
            String endedBy = untilEnd(recorder.startedAt(), keys);
            return finish(recorder, ear)
                    .map(taken -> goOn(action, taken, endedBy))
                    .orElseGet(Next.Onward::new);
        } finally {
            leg.ignoreKeys();
        }
    }

    private Next goOn(Callback action, Recording taken, String endedBy) {
        Map<String, String> parameters = parameters(taken, endedBy);
        if (leg.isOver()) {
            AfterHangUp.tell(leg, action, parameters);
            throw new LegEnded();
        }
        return new Next.GoTo(action, parameters);
    }

    private Optional<Recording> finish(Recorder recorder, Ear ear) {
        Optional<Recording> taken = recorder.finish();
        if (message.transcribe()) {
            taken.ifPresent(recording -> Transcriber.begin(leg, recording, ear.heard(), message.transcribeCallback()));
        }
        if (taken.isEmpty() && leg.isOver()) {
            throw new LegEnded();
        }
        return taken;
    }

    /** What ended it: a key, {@code hangup}, or nothing when it was silence or the longest length. */
    private String untilEnd(Instant start, Deque<Character> keys) {
        Instant latest = start.plus(message.maxLength());
        try {
            while (leg.now().isBefore(latest)) {
                Instant quietSince = leg.heard().lastAudible(start);
                Instant deadline = earlier(latest, silenceEnds(quietSince));
                boolean changed = leg.await(
                        deadline,
                        () -> !keys.isEmpty() || !leg.heard().lastAudible(start).equals(quietSince));
                if (!changed) {
                    return "";
                }
                if (!keys.isEmpty() && message.finishOnKey().indexOf(keys.peek()) >= 0) {
                    return String.valueOf(keys.remove());
                }
                keys.clear();
            }
            return "";
        } catch (LegEnded hungUp) {
            return "hangup";
        }
    }

    private Instant silenceEnds(Instant quietSince) {
        return message.silence().isZero() ? Instant.MAX : quietSince.plus(message.silence());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Map<String, String> parameters(Recording recording, String endedBy) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("RecordingUrl", leg.equipment().recordings().url(recording));
        parameters.put("RecordingSid", recording.sid());
        parameters.put("RecordingDuration", String.valueOf(RecordingBook.seconds(recording)));
        parameters.put("Digits", endedBy);
        return parameters;
    }
}
