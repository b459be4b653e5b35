package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.Transcription;
import io.cloudpbx.sandbox.state.Transcription.Status;
import io.cloudpbx.sandbox.twiml.Callback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a recording ({@code twilio.md} sections 2.3 and 7). Words that were typed or spoken by {@code <Say>} are
 * known; of other sound nothing is known, and then the transcription fails rather than invent something.
 */
final class Transcriber {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration WORK = Duration.ofSeconds(3);

    /** Background noise of an open microphone beside typed words does not spoil them. */
    private static final Duration UNKNOWN_SOUND_MAX = Duration.ofSeconds(1);

    private final Leg leg;
    private final Recording recording;
    private final List<Utterance> heard;
    private final @Nullable Callback callback;
    private final Instant ended;

    private Transcriber(Leg leg, Recording recording, List<Utterance> heard, @Nullable Callback callback) {
        this.leg = leg;
        this.recording = recording;
        this.heard = heard;
        this.callback = callback;
        this.ended = leg.now();
    }

    /** Starts transcribing, unless the recording is too short or too long for it (13617). */
    static void begin(Leg leg, Recording recording, List<Utterance> heard, @Nullable Callback callback) {
        Duration length = Objects.requireNonNullElse(recording.duration(), Duration.ZERO);
        if (length.compareTo(SHORTEST) <= 0 || length.compareTo(LONGEST) >= 0) {
            Hood.warning(leg, 13617, "Record: Recording length is out of range for transcription");
            return;
        }
        Transcriber transcriber = new Transcriber(leg, recording, List.copyOf(heard), callback);
        leg.conversation().timeline().begin(transcriber::transcribe);
    }

    private void transcribe() {
        Transcription begun = new Transcription(
                Sids.next("TR"),
                recording.accountSid(),
                recording.sid(),
                Status.IN_PROGRESS,
                "",
                Objects.requireNonNullElse(recording.duration(), Duration.ZERO),
                leg.now(),
                leg.now());
        leg.equipment().state().save(begun);
        leg.conversation().timeline().await(leg.now().plus(WORK), () -> false);
        finish(begun);
    }

    private void finish(Transcription begun) {
        String text = text();
        boolean known = !text.isEmpty() && unknownSound().compareTo(UNKNOWN_SOUND_MAX) <= 0;
        Transcription done = new Transcription(
                begun.sid(),
                begun.accountSid(),
                begun.recordingSid(),
                known ? Status.COMPLETED : Status.FAILED,
                known ? text : "",
                begun.duration(),
                begun.dateCreated(),
                leg.now());
        leg.equipment().state().save(done);
        if (callback != null) {
            tell(done, callback);
        }
    }

    private String text() {
        return heard.stream()
                .filter(Utterance::isSpeech)
                .map(said -> said.wordsBetween(
                        recording.startTime(), earlier(said.clip().end(), ended)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private Duration unknownSound() {
        return heard.stream()
                .filter(utterance ->
                        utterance.kind() == Utterance.Kind.MICROPHONE || utterance.kind() == Utterance.Kind.SOUND_FILE)
                .map(utterance -> Duration.between(
                        utterance.clip().start(), utterance.clip().audibleEnd()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void tell(Transcription done, Callback to) {
        Map<String, String> parameters = leg.parameters();
        String account = recording.accountSid();
        String recordingUrl = leg.equipment().recordings().url(recording);
        parameters.put("RecordingSid", recording.sid());
        parameters.put("RecordingUrl", recordingUrl);
        parameters.put("TranscriptionSid", done.sid());
        parameters.put("TranscriptionText", done.text());
        parameters.put("TranscriptionStatus", done.status().text());
        parameters.put(
                "TranscriptionUrl",
                recordingUrl.substring(0, recordingUrl.indexOf(account)) + account + "/Transcriptions/" + done.sid());
        parameters.put("TranscriptionType", "fast");
        parameters.put("url", to.url());
        leg.equipment().tell(leg, to, parameters);
    }
}
