package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Seat.Announcement;
import io.cloudpbx.sandbox.call.Seat.Scene;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.state.Conference.Reason;
import io.cloudpbx.sandbox.state.Conference.Status;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conference that has not ended ({@code twilio.md} section 8.1). Its participants are on time lines of their own, so
 * it is changed under its lock, and only sends word to them.
 */
final class Room {
    private final Equipment equipment;
    private final ConferenceBook book;
    private final Verb.Conference founding;
    private final String foundingCall;
    private final Consumer<Room> whenOver;
    private final Mixer mixer = new Mixer();
    /** Changed under the lock, and looked at without. */
    private final List<Seat> seats = new CopyOnWriteArrayList<>();

    private volatile Conference conference;
    private @Nullable RoomRecorder recorder;

    /**
     * @param founder whose wishes count
     * @param whenOver forgets it; called under the lock
     */
    Room(Equipment equipment, ConferenceBook book, Conference conference, Founder founder, Consumer<Room> whenOver) {
        this.equipment = equipment;
        this.book = book;
        this.conference = conference;
        this.founding = founder.wants();
        this.foundingCall = founder.leg().call().sid();
        this.whenOver = whenOver;
        book.opened(conference, founding.told());
        mixer.attach(new SpeechNotices(this::isAudible, this::tellSpeech));
    }

    /** The participant that creates a conference, and what he wants it to be like. */
    record Founder(Leg leg, Verb.Conference wants) {}

    /** Why somebody is not let in; the codes are Twilio's. */
    enum Refusal {
        FULL(16020, 16020, "Conference is full"),
        LABEL_IN_USE(16025, 16026, "Dial->Conference: Participant label is in use by another participant"),
        NOBODY_TO_COACH(13240, 16028, "Dial->Conference: Invalid Whisper SID"),
        OVER(16022, 16022, "Conference does not exist or is completed");

        /** Of a document that asks for it. */
        final int code;

        /** Of a request to the REST API that does. */
        final int apiCode;

        final String message;

        Refusal(int code, int apiCode, String message) {
            this.code = code;
            this.apiCode = apiCode;
            this.message = message;
        }
    }

    /** Why a participant left, as {@code ReasonParticipantLeft} says it. */
    enum Exit {
        CONFERENCE_ENDED_VIA_API,
        MODERATOR_ENDED_CONFERENCE,
        PARTICIPANT_UPDATED_VIA_API,
        PARTICIPANT_HUNG_UP,
        PARTICIPANT_ADD_FAILED,
        KICKED;

        String text() {
            // Twilio has no value of its own for who was removed by the API.
            Exit told = this == KICKED ? PARTICIPANT_UPDATED_VIA_API : this;
            return told.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A place, or why there is none. */
    sealed interface Admission {
        record Seated(Seat seat) implements Admission {}

        record Refused(Refusal why) implements Admission {}
    }

    String sid() {
        return conference.sid();
    }

    Conference conference() {
        return conference;
    }

    boolean isOver() {
        return conference.status() == Status.COMPLETED;
    }

    Mixer mixer() {
        return mixer;
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    Optional<Seat> seatOf(Leg leg) {
        return seats.stream().filter(seat -> seat.leg() == leg).findFirst();
    }

    private boolean isAudible(Leg speaker) {
        return seatOf(speaker)
                .filter(seat -> seat.isAudible() && seat.participant().coached() == null)
                .isPresent();
    }

    /** A place for somebody who will join, or has been called and may. */
    synchronized Admission reserve(Leg leg, Verb.Conference wanted) {
        Optional<Refusal> refusal = refusal(wanted.seat());
        if (refusal.isPresent()) {
            return new Admission.Refused(refusal.get());
        }
        Seat seat = new Seat(this, leg, wanted, now());
        seats.add(seat);
        return new Admission.Seated(seat);
    }

    /** Why somebody would not be let in at this moment. */
    Optional<Refusal> refusal(Verb.Seat wanted) {
        if (isOver()) {
            return Optional.of(Refusal.OVER);
        }
        if (seats.size() >= founding.maxParticipants()) {
            return Optional.of(Refusal.FULL);
        }
        String label = wanted.label();
        if (label != null && seats.stream().anyMatch(seat -> seat.participant().isCalled(label))) {
            return Optional.of(Refusal.LABEL_IN_USE);
        }
        String coached = wanted.coached();
        boolean nobody = coached != null && !isPresent(coached);
        return nobody ? Optional.of(Refusal.NOBODY_TO_COACH) : Optional.empty();
    }

    private boolean isPresent(String callSid) {
        return seats.stream()
                .anyMatch(
                        seat -> seat.isJoined() && seat.participant().callSid().equals(callSid));
    }

    /** The participant is there now; on his own time line. */
    void join(Seat seat, boolean beep) {
        synchronized (this) {
            if (!seats.contains(seat)) {
                return;
            }
            seat.join();
            tell("join", "participant-join", seat, Map.of());
            startWhenReady();
            if (beep) {
                beepBesides(seat);
            }
        }
        mixer.join(seat.leg());
        mixer.attach(seat);
    }

    private void startWhenReady() {
        List<Seat> there = seats.stream().filter(Seat::isJoined).toList();
        boolean mayStart = there.size() >= 2
                && there.stream().anyMatch(seat -> seat.participant().startsConference());
        if (conference.status() == Status.INIT && mayStart) {
            conference = conference.started(now());
            book.started(conference);
            Verb.ConferenceRecording wanted = founding.recording();
            if (wanted != null) {
                recorder = RoomRecorder.start(equipment, conference, foundingCall, wanted, this::isAudible);
                mixer.attach(recorder);
            }
        }
        surroundAll();
    }

    private void surroundAll() {
        seats.stream().filter(Seat::isJoined).forEach(seat -> seat.surround(scene(seat)));
    }

    private Scene scene(Seat seat) {
        if (conference.status() == Status.INIT) {
            return Scene.WAITING;
        }
        return seat.participant().hold() ? Scene.HELD : Scene.TOGETHER;
    }

    private void beepBesides(Seat one) {
        seats.stream().filter(seat -> seat != one && seat.isIn(Scene.TOGETHER)).forEach(Seat::beep);
    }

    /** The participant is gone, or will not come; what that does to the others. On his own time line. */
    void leave(Seat seat, Exit why) {
        mixer.leave(seat.leg());
        mixer.detach(seat);
        synchronized (this) {
            if (!seats.remove(seat)) {
                return;
            }
            seat.surround(Scene.OUT);
            tellLeft(seat, why);
            if (seat.isJoined() && seat.beepsOnExit()) {
                beepBesides(seat);
            }
            endWithout(seat, why);
        }
    }

    private void endWithout(Seat seat, Exit why) {
        boolean kicked = why == Exit.KICKED;
        if (seat.isJoined() && seat.participant().endsConference()) {
            end(
                    kicked
                            ? Reason.PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_KICKED
                            : Reason.PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_LEFT,
                    seat);
        } else if (seats.isEmpty()) {
            end(kicked ? Reason.LAST_PARTICIPANT_KICKED : Reason.LAST_PARTICIPANT_LEFT, seat);
        }
    }

    /** Everybody leaves; their calls go on with what their documents say. */
    synchronized void endByApi() {
        end(Reason.CONFERENCE_ENDED_VIA_API, null);
    }

    private void end(Reason reason, @Nullable Seat by) {
        if (isOver()) {
            return;
        }
        Exit exit = reason == Reason.CONFERENCE_ENDED_VIA_API
                ? Exit.CONFERENCE_ENDED_VIA_API
                : Exit.MODERATOR_ENDED_CONFERENCE;
        List<Seat> leaving = List.copyOf(seats);
        seats.clear();
        leaving.forEach(seat -> dismiss(seat, exit));
        conference = conference.ended(
                new Conference.Ending(
                        reason,
                        by == null ? null : by.participant().callSid(),
                        by == null ? null : by.participant().label()),
                now());
        book.ended(conference);
        finishRecording(by == null ? leaving.getFirst() : by);
        whenOver.accept(this);
    }

    /** Who has been called and has not come is not waited for. */
    private void dismiss(Seat seat, Exit why) {
        seat.surround(Scene.OUT);
        tellLeft(seat, why);
        if (!seat.isJoined()) {
            seat.leg().conversation().timeline().send(seat.leg()::hangUp);
        }
    }

    private void finishRecording(Seat last) {
        RoomRecorder running = recorder;
        if (running != null) {
            recorder = null;
            mixer.detach(running);
            running.finish(last.leg().conversation().timeline());
        }
    }

    /** Removes a participant; his call goes on with what its document says. */
    void kick(Seat seat) {
        synchronized (this) {
            if (!seats.remove(seat)) {
                return;
            }
            dismiss(seat, Exit.KICKED);
            if (seat.beepsOnExit()) {
                beepBesides(seat);
            }
            endWithout(seat, Exit.KICKED);
        }
    }

    /** @throws Conferences.NotPossible when he is to coach somebody who is not there */
    synchronized Participant change(Seat seat, ParticipantChange change) {
        String coached = change.callSidToCoach();
        if (coached != null && !isPresent(coached)) {
            throw new Conferences.NotPossible(Refusal.NOBODY_TO_COACH.apiCode, Refusal.NOBODY_TO_COACH.message);
        }
        Participant before = seat.participant();
        seat.change(change, now());
        Participant after = seat.participant();
        if (before.muted() != after.muted()) {
            tell("mute", after.muted() ? "participant-mute" : "participant-unmute", seat, Map.of());
        }
        if (before.hold() != after.hold()) {
            tell("hold", after.hold() ? "participant-hold" : "participant-unhold", seat, Map.of());
        }
        if (change.modifies()) {
            tell("modify", "participant-modify", seat, Map.of());
        }
        surroundAll();
        Callback announcement = change.announce();
        if (announcement != null) {
            seat.announce(new Announcement(announcement, false));
        }
        mixer.changed();
        return after;
    }

    /** All who are there hear it; one of them has it fetched. */
    synchronized void announce(Callback url) {
        seats.stream()
                .filter(Seat::isJoined)
                .reduce((one, other) -> one.isIn(Scene.TOGETHER) ? one : other)
                .ifPresent(host -> host.announce(new Announcement(url, true)));
    }

    synchronized void announced(Seat seat, Announcement announcement, boolean well) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AnnounceUrl", announcement.url().url());
        if (!well) {
            parameters.put("ReasonAnnouncementFailed", "The announcement could not be fetched or played");
        }
        String event = well ? "announcement-end" : "announcement-fail";
        if (announcement.toAll()) {
            book.tell(conference, "announcement", event, parameters, now());
        } else {
            tell("announcement", event, seat, parameters);
        }
    }

    private void tellSpeech(Leg speaker, String event) {
        seatOf(speaker).ifPresent(seat -> tell("speaker", event, seat, Map.of()));
    }

    private void tellLeft(Seat seat, Exit why) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ReasonParticipantLeft", why.text());
        parameters.put("ParticipantCallStatus", seat.participant().callStatus().text());
        tell("leave", "participant-leave", seat, parameters);
    }

    private synchronized void tell(String kind, String event, Seat seat, Map<String, String> added) {
        Map<String, String> parameters = seat.participant().parameters();
        parameters.putAll(added);
        book.tell(conference, kind, event, parameters, now());
    }

    private Instant now() {
        return equipment.clock().instant();
    }
}
