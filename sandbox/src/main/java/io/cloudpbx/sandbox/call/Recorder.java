package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.AudioTrack;
import io.cloudpbx.sandbox.audio.Loudness;
import io.cloudpbx.sandbox.audio.Pcm;
import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Verb.RecordingCallback;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one recording of what was uttered on the carrier's lines ({@code twilio.md} sections 2.3, 12 and 18). */
final class Recorder {
    /** As at Twilio, the media is there a moment after the recording has ended. */
    static final Duration PROCESSING = Duration.ofMillis(500);

    private final Leg leg;
    private final Order order;
    private final List<List<AudioTrack>> channels;
    private final List<Span> spans = new ArrayList<>();
    private Recording recording;
    private Instant spanFrom;
    private @Nullable Pause pause;
    private @Nullable Optional<Recording> result;

    /**
     * What to record.
     *
     * @param dual whether each side gets a channel of its own
     * @param name by which {@code <Stop>} may call it
     * @param limit what the party is told about how long it may last; null when it need not know
     */
    record Order(
            Recording.Source source,
            boolean dual,
            Track track,
            boolean trimSilence,
            @Nullable RecordingCallback statusCallback,
            @Nullable String name,
            @Nullable Duration limit) {}

    /** What becomes of the time in which a recording pauses ({@code PauseBehavior}). */
    enum Pause {
        SKIP,
        SILENCE
    }

    private record Span(Instant from, Instant to, boolean silent) {}

    private Recorder(Leg leg, Order order, Recording begun) {
        this.leg = leg;
        this.order = order;
        this.recording = begun;
        this.spanFrom = begun.startTime();
        this.channels = channels(leg, order);
    }

    private static List<List<AudioTrack>> channels(Leg leg, Order order) {
        return switch (order.track()) {
            case INBOUND -> List.of(List.of(leg.heard()));
            case OUTBOUND -> List.of(List.of(leg.said()));
            case BOTH ->
                order.dual()
                        ? List.of(List.of(leg.heard()), List.of(leg.said()))
                        : List.of(List.of(leg.heard(), leg.said()));
        };
    }

    static Recorder start(Leg leg, Order order) {
        Instant now = leg.now();
        Recording begun = new Recording(
                Sids.next("RE"),
                leg.account().sid(),
                leg.call().sid(),
                Status.IN_PROGRESS,
                order.source(),
                channels(leg, order).size(),
                now,
                null,
                null,
                now,
                now,
                order.track());
        Recorder recorder = new Recorder(leg, order, begun);
        recorder.tracks().forEach(track -> track.recordingStarted(now));
        leg.recorders().add(recorder);
        recorder.book().started(begun, order.statusCallback(), order.track());
        leg.tell(Speaker.CARRIER, "recording-started", begun.sid());
        if (order.limit() != null) {
            leg.far().recorded(order.limit());
        }
        return recorder;
    }

    /** Records beside what else happens; ends, at the latest, with the leg. */
    static Recorder inBackground(Leg leg, Order order) {
        Recorder recorder = start(leg, order);
        leg.whenOver(recorder::finish);
        return recorder;
    }

    /** As it is at this moment. */
    Recording recording() {
        return recording;
    }

    Optional<String> name() {
        return Optional.ofNullable(order.name());
    }

    Instant startedAt() {
        return recording.startTime();
    }

    private RecordingBook book() {
        return leg.equipment().recordings();
    }

    private List<AudioTrack> tracks() {
        return channels.stream().flatMap(List::stream).distinct().toList();
    }

    void pause(Pause how) {
        if (pause == null && result == null) {
            endSpan(false);
            pause = how;
            recording = changed(Status.PAUSED, null, null);
            book().changed(recording);
        }
    }

    void resume() {
        Pause paused = pause;
        if (paused != null && result == null) {
            resumeTime(paused);
            recording = changed(Status.IN_PROGRESS, null, null);
            book().changed(recording);
        }
    }

    private void resumeTime(Pause paused) {
        if (paused == Pause.SILENCE) {
            endSpan(true);
        }
        spanFrom = leg.now();
        pause = null;
    }

    private void endSpan(boolean silent) {
        spans.add(new Span(spanFrom, leg.now(), silent));
        spanFrom = leg.now();
    }

    /** Ends it now, unless it has ended; empty when there was nothing but silence, which is not kept (16102). */
    Optional<Recording> finish() {
        Optional<Recording> done = result;
        if (done == null) {
            done = end();
            result = done;
        }
        return done;
    }

    private Optional<Recording> end() {
        if (pause != null) {
            resumeTime(pause);
        }
        endSpan(false);
        List<short[]> sound = channels.stream().map(this::sound).toList();
        tracks().forEach(track -> track.recordingFinished(recording.startTime()));
        leg.recorders().remove(this);
        if (order.limit() != null) {
            leg.far().recorded(Duration.ZERO);
        }
        leg.tell(Speaker.CARRIER, "recording-finished", recording.sid());
        if (sound.stream().allMatch(Loudness::isSilent)) {
            absent();
            return Optional.empty();
        }
        return Optional.of(keep(order.trimSilence() ? trimmed(sound) : sound));
    }

    private short[] sound(List<AudioTrack> channel) {
        AudioTrack[] mixed = channel.toArray(AudioTrack[]::new);
        List<short[]> parts = spans.stream()
                .map(span -> span.silent()
                        ? new short[Pcm.samples(Duration.between(span.from(), span.to()))]
                        : AudioTrack.mix(span.from(), span.to(), mixed))
                .toList();
        short[] whole = new short[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    static List<short[]> trimmed(List<short[]> channels) {
        int from = channels.stream().mapToInt(Loudness::audibleFrom).min().orElse(0);
        int to = channels.stream()
                .mapToInt(channel -> Loudness.audibleTo(channel, channel.length))
                .max()
                .orElse(0);
        return channels.stream()
                .map(channel -> Arrays.copyOfRange(channel, from, to))
                .toList();
    }

    private Recording keep(List<short[]> sound) {
        leg.equipment().state().storeMedia(recording.sid(), Wav.write(sound.toArray(short[][]::new)));
        Recording processing = changed(Status.PROCESSING, wholeSeconds(Pcm.length(sound.getFirst().length)), null);
        recording = processing;
        book().changed(processing);
        leg.conversation().timeline().begin(() -> {
            leg.conversation().timeline().await(leg.now().plus(PROCESSING), () -> false);
            book().complete(processing, leg.now());
        });
        return processing;
    }

    /** Twilio knows no fractions of a second, and nothing that exists lasts none. */
    static Duration wholeSeconds(Duration length) {
        return Duration.ofSeconds(Math.max(1, length.plusMillis(500).toSeconds()));
    }

    private void absent() {
        recording = changed(Status.ABSENT, null, 16102);
        Hood.warning(leg, 16102, "The recording " + recording.sid() + " was silent and is not kept");
        book().absent(recording);
    }

    private Recording changed(Status status, @Nullable Duration duration, @Nullable Integer errorCode) {
        return recording.became(status, duration, errorCode, leg.now());
    }
}
