package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Clip;
import io.cloudpbx.sandbox.audio.Tones;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A leg's place in a conference. The room changes it, on whatever thread; the leg's own time line looks at it and does
 * what follows.
 */
final class Seat implements Mixer.Listener {
    private final Room room;
    private final Leg leg;
    private final Queue<Announcement> announcements = new ConcurrentLinkedQueue<>();
    private volatile Participant participant;
    private volatile Surroundings surroundings;
    private volatile boolean joined;
    private volatile Verb.Music wait;
    private volatile Verb.Music hold = new Verb.Music.Usual();
    private volatile boolean beepsOnExit;

    Seat(Room room, Leg leg, Verb.Conference conference, Instant now) {
        Verb.Seat wanted = conference.seat();
        this.room = room;
        this.leg = leg;
        this.wait = conference.waitMusic();
        this.beepsOnExit = wanted.beep().onExit();
        this.surroundings = new Surroundings(Scene.WAITING, wait);
        this.participant = new Participant(
                leg.call().sid(),
                leg.account().sid(),
                room.sid(),
                wanted.label(),
                wanted.muted(),
                false,
                wanted.coached(),
                wanted.startsConference(),
                wanted.endsConference(),
                leg.call().status(),
                now,
                now);
    }

    /** What a participant is in the midst of. */
    enum Scene {
        WAITING,
        TOGETHER,
        HELD,
        OUT
    }

    /** One and the same until it changes; what was playing is then cut. */
    record Surroundings(Scene scene, Verb.Music music) {}

    /** @param toAll whether the others hear it, too */
    record Announcement(Callback url, boolean toAll) {}

    Room room() {
        return room;
    }

    Leg leg() {
        return leg;
    }

    Participant participant() {
        return participant.with(leg.call().status());
    }

    boolean isJoined() {
        return joined;
    }

    void join() {
        joined = true;
    }

    boolean beepsOnExit() {
        return beepsOnExit;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean isIn(Scene scene) {
        return surroundings.scene() == scene;
    }

    /** The room has come to be like this for him. */
    void surround(Scene scene) {
        Surroundings now = new Surroundings(scene, scene == Scene.HELD ? hold : wait);
        if (!surroundings.equals(now)) {
            surroundings = now;
            look();
        }
    }

    void change(ParticipantChange change, Instant now) {
        participant = participant.with(change, now);
        if (change.hold() != null || change.holdUrl() != null) {
            hold = change.holdUrl() == null ? new Verb.Music.Usual() : new Verb.Music.From(change.holdUrl());
        }
        if (change.waitUrl() != null) {
            wait = new Verb.Music.From(change.waitUrl());
        }
        if (change.beepOnExit() != null) {
            beepsOnExit = change.beepOnExit();
        }
    }

    void announce(Announcement announcement) {
        announcements.add(announcement);
        look();
    }

    boolean hasAnnouncement() {
        return !announcements.isEmpty();
    }

    Optional<Announcement> nextAnnouncement() {
        return Optional.ofNullable(announcements.poll());
    }

    /** Has the leg's time line look at what has changed. */
    private void look() {
        leg.conversation().timeline().send(() -> {});
    }

    /** A beep for him alone. */
    void beep() {
        Timeline timeline = leg.conversation().timeline();
        timeline.send(() -> {
            if (!leg.isOver()) {
                leg.tell(Speaker.CARRIER, "beep", "");
                Utterance beep = Utterance.beep(new Clip(leg.now(), Tones.beep()));
                leg.relay(beep);
                timeline.await(beep.clip().end(), leg::isOver);
                beep.end(leg.now());
            }
        });
    }

    /** Whether what he says is for somebody to hear. */
    boolean isAudible() {
        return isIn(Scene.TOGETHER) && !participant.muted();
    }

    boolean isAudibleTo(Seat other) {
        String coached = participant.coached();
        return isAudible() && (coached == null || coached.equals(other.participant.callSid()));
    }

    @Override
    public boolean hears(Leg speaker) {
        boolean audible = room.seatOf(speaker)
                .filter(other -> other != this && other.isAudibleTo(this))
                .isPresent();
        return audible && isIn(Scene.TOGETHER);
    }

    @Override
    public boolean hearsAnnouncements() {
        return isIn(Scene.TOGETHER);
    }

    @Override
    public Mixer.Hearing hear(Leg speaker, Utterance utterance, Duration elapsed) {
        return FarEar.hear(leg, utterance, elapsed);
    }
}
