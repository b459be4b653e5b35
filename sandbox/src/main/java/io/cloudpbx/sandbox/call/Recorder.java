package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.AudioTrack;
import io.cloudpbx.sandbox.audio.Loudness;
import io.cloudpbx.sandbox.audio.Pcm;
import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Verb.RecordingCallback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one recording of what was uttered on the carrier's lines ({@code twilio.md} sections 2.3 and 18). */
final class Recorder {
    /** As at Twilio, the media is there a moment after the recording has ended. */
    private static final Duration PROCESSING = Duration.ofMillis(500);

    private final Leg leg;
    private final Order order;
    private final Recording begun;

    /**
     * What to record.
     *
     * @param channels what goes into each channel of the file
     * @param limit what the party is told about how long it may last
     */
    record Order(
            Recording.Source source,
            List<List<AudioTrack>> channels,
            boolean trimSilence,
            @Nullable RecordingCallback statusCallback,
            Duration limit) {}

    private Recorder(Leg leg, Order order, Recording begun) {
        this.leg = leg;
        this.order = order;
        this.begun = begun;
    }

    static Recorder start(Leg leg, Order order) {
        Instant now = leg.now();
        Recording recording = new Recording(
                Sids.next("RE"),
                leg.account().sid(),
                leg.call().sid(),
                Status.IN_PROGRESS,
                order.source(),
                order.channels().size(),
                now,
                null,
                null,
                now,
                now);
        Recorder recorder = new Recorder(leg, order, recording);
        recorder.tracks().forEach(track -> track.recordingStarted(now));
        if (order.statusCallback() != null) {
            recorder.book().subscribe(recording.sid(), order.statusCallback());
        }
        recorder.book().started(recording);
        leg.tell(Speaker.CARRIER, "recording-started", recording.sid());
        leg.far().recorded(order.limit());
        return recorder;
    }

    Instant startedAt() {
        return begun.startTime();
    }

    private RecordingBook book() {
        return leg.equipment().recordings();
    }

    private List<AudioTrack> tracks() {
        return order.channels().stream().flatMap(List::stream).distinct().toList();
    }

    /** Ends it now; empty when there was nothing but silence, which is not kept (16102). */
    Optional<Recording> finish() {
        Instant from = begun.startTime();
        Instant to = leg.now();
        List<short[]> channels = new ArrayList<>();
        order.channels().forEach(tracks -> channels.add(AudioTrack.mix(from, to, tracks.toArray(AudioTrack[]::new))));
        tracks().forEach(track -> track.recordingFinished(from));
        leg.far().recorded(Duration.ZERO);
        leg.tell(Speaker.CARRIER, "recording-finished", begun.sid());
        if (channels.stream().allMatch(Loudness::isSilent)) {
            absent();
            return Optional.empty();
        }
        return Optional.of(keep(order.trimSilence() ? trimmed(channels) : channels));
    }

    private static List<short[]> trimmed(List<short[]> channels) {
        int from = channels.stream().mapToInt(Loudness::audibleFrom).min().orElse(0);
        int to = channels.stream()
                .mapToInt(channel -> Loudness.audibleTo(channel, channel.length))
                .max()
                .orElse(0);
        return channels.stream()
                .map(channel -> Arrays.copyOfRange(channel, from, to))
                .toList();
    }

    private Recording keep(List<short[]> channels) {
        short[] first = channels.getFirst();
        leg.equipment().state().storeMedia(begun.sid(), Wav.write(channels.toArray(short[][]::new)));
        Recording processing = changed(Status.PROCESSING, wholeSeconds(Pcm.length(first.length)), null);
        book().processing(processing);
        leg.conversation().timeline().begin(() -> {
            leg.conversation().timeline().await(leg.now().plus(PROCESSING), () -> false);
            book().complete(processing, leg.now());
        });
        return processing;
    }

    /** Twilio knows no fractions of a second, and nothing that exists lasts none. */
    private static Duration wholeSeconds(Duration length) {
        return Duration.ofSeconds(Math.max(1, length.plusMillis(500).toSeconds()));
    }

    private void absent() {
        Recording absent = changed(Status.ABSENT, null, 16102);
        Hood.warning(leg, 16102, "The recording " + begun.sid() + " was silent and is not kept");
        book().absent(absent);
    }

    private Recording changed(Status status, @Nullable Duration duration, @Nullable Integer errorCode) {
        return new Recording(
                begun.sid(),
                begun.accountSid(),
                begun.callSid(),
                status,
                begun.source(),
                begun.channels(),
                begun.startTime(),
                duration,
                errorCode,
                begun.dateCreated(),
                leg.now());
    }
}
