package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.AudioTrack;
import io.cloudpbx.sandbox.audio.Clip;
import io.cloudpbx.sandbox.audio.Loudness;
import io.cloudpbx.sandbox.audio.Pcm;
import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Records what a conference's participants say to one another, from its start to its end, in one channel; what somebody
 * hears who waits is not on it ({@code twilio.md} section 8.1).
 */
final class RoomRecorder implements Mixer.Listener {
    private final Equipment equipment;
    private final Verb.ConferenceRecording order;
    private final Predicate<Leg> audible;
    private final AudioTrack tape = new AudioTrack();
    private final Recording begun;

    private RoomRecorder(Equipment equipment, Verb.ConferenceRecording order, Predicate<Leg> audible, Recording begun) {
        this.equipment = equipment;
        this.order = order;
        this.audible = audible;
        this.begun = begun;
        tape.recordingStarted(begun.startTime());
    }

    /** @param audible whether the participants hear this one */
    static RoomRecorder start(
            Equipment equipment,
            Conference conference,
            String creatingCallSid,
            Verb.ConferenceRecording order,
            Predicate<Leg> audible) {
        Instant now = equipment.clock().instant();
        Recording begun = new Recording(
                Sids.next("RE"),
                conference.accountSid(),
                creatingCallSid,
                Status.IN_PROGRESS,
                Recording.Source.CONFERENCE,
                1,
                now,
                null,
                null,
                now,
                now,
                Verb.Track.BOTH,
                conference.sid());
        equipment.recordings().started(begun, order.statusCallback(), Verb.Track.BOTH);
        return new RoomRecorder(equipment, order, audible, begun);
    }

    Recording recording() {
        return begun;
    }

    @Override
    public boolean hears(Leg speaker) {
        return audible.test(speaker);
    }

    @Override
    public boolean hearsAnnouncements() {
        return true;
    }

    @Override
    public synchronized Mixer.Hearing hear(Leg speaker, Utterance utterance, Duration elapsed) {
        // Each speaker has a time line of his own; on tape all are on the carrier's.
        Instant start = equipment.clock().instant().minus(elapsed);
        Clip taped = utterance.clip().startingAt(start);
        tape.add(taped);
        return new Taped(taped);
    }

    private final class Taped implements Mixer.Hearing {
        private final Clip clip;

        Taped(Clip clip) {
            this.clip = clip;
        }

        @Override
        public void finish(Duration length) {
            synchronized (RoomRecorder.this) {
                clip.cut(clip.start().plus(length));
            }
        }

        @Override
        public void cut() {
            synchronized (RoomRecorder.this) {
                clip.cut(equipment.clock().instant());
            }
        }
    }

    /** Ends it; it is complete a moment later, of which this time line keeps track. */
    synchronized void finish(Timeline timeline) {
        Instant now = equipment.clock().instant();
        short[] sound = AudioTrack.mix(begun.startTime(), now, tape);
        tape.recordingFinished(begun.startTime());
        if (Loudness.isSilent(sound)) {
            equipment.recordings().absent(begun.became(Status.ABSENT, null, 16102, now));
            return;
        }
        short[] kept = order.trimSilence() ? Recorder.trimmed(List.of(sound)).getFirst() : sound;
        equipment.state().storeMedia(begun.sid(), Wav.write(kept));
        Recording processing =
                begun.became(Status.PROCESSING, Recorder.wholeSeconds(Pcm.length(kept.length)), null, now);
        equipment.recordings().changed(processing);
        timeline.send(() -> {
            timeline.await(timeline.now().plus(Recorder.PROCESSING), () -> false);
            equipment.recordings().complete(processing, timeline.now());
        });
    }
}
