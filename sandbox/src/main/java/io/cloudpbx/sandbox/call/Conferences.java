package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Room.Admission;
import io.cloudpbx.sandbox.call.Room.Refusal;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.state.Conference.Status;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The conferences of all accounts ({@code twilio.md} sections 8.1 and 12). */
public final class Conferences {
    private final Equipment equipment;
    private final ConferenceBook book;
    private final Map<Name, Room> rooms = new ConcurrentHashMap<>();
    private final List<Conference> cutShort;

    Conferences(Equipment equipment) {
        this.equipment = equipment;
        this.book = new ConferenceBook(equipment.state(), equipment.webhooks());
        this.cutShort = book.all().stream()
                .filter(conference -> conference.status() != Status.COMPLETED)
                .toList();
    }

    /** Names are per account, and free again when the conference has ended. */
    private record Name(String accountSid, String friendlyName) {}

    /** Why a participant cannot be added or changed so; the code is Twilio's. */
    public static final class NotPossible extends RuntimeException {
        private final int code;

        NotPossible(int code, String message) {
            super(message);
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** What the carrier's own end has cut short is over. */
    void endWhatWasCutShort() {
        Instant now = equipment.clock().instant();
        cutShort.forEach(conference -> book.ended(
                conference.ended(new Conference.Ending(Conference.Reason.LAST_PARTICIPANT_LEFT, null, null), now)));
    }

    /** A place in the conference of this name, which begins with it when there is none. */
    Admission reserve(Leg leg, Verb.Conference wanted) {
        Name name = new Name(leg.account().sid(), wanted.name());
        while (true) {
            Room known = rooms.get(name);
            boolean alone = known == null || known.isOver();
            if (alone && wanted.seat().coached() != null) {
                return new Admission.Refused(Refusal.NOBODY_TO_COACH);
            }
            Room room = rooms.compute(
                    name, (same, before) -> before == null || before.isOver() ? open(leg, wanted, name) : before);
            Admission admission = room.reserve(leg, wanted);
            if (!(admission instanceof Admission.Refused refused && refused.why() == Refusal.OVER)) {
                return admission;
            }
        }
    }

    /**
     * Nobody is called who could not take part.
     *
     * @throws NotPossible when somebody cannot take part so
     */
    void requirePlace(String accountSid, Verb.Conference wanted) {
        Room room = rooms.get(new Name(accountSid, wanted.name()));
        if (room != null && !room.isOver()) {
            room.refusal(wanted.seat()).filter(why -> why != Refusal.OVER).ifPresent(Conferences::refuse);
        } else if (wanted.seat().coached() != null) {
            refuse(Refusal.NOBODY_TO_COACH);
        }
    }

    private static void refuse(Refusal why) {
        throw new NotPossible(why.apiCode, why.message);
    }

    /**
     * A place for somebody who is called.
     *
     * @throws NotPossible when the last one has just been taken
     */
    Seat invite(Leg leg, Verb.Conference wanted) {
        return switch (reserve(leg, wanted)) {
            case Admission.Refused refused -> throw new NotPossible(refused.why().apiCode, refused.why().message);
            case Admission.Seated seated -> {
                Seat seat = seated.seat();
                leg.whenOver(() -> seat.room()
                        .leave(
                                seat,
                                seat.isJoined() ? Room.Exit.PARTICIPANT_HUNG_UP : Room.Exit.PARTICIPANT_ADD_FAILED));
                yield seat;
            }
        };
    }

    private Room open(Leg leg, Verb.Conference wanted, Name name) {
        Instant now = equipment.clock().instant();
        Conference conference =
                new Conference(Sids.next("CF"), name.accountSid(), name.friendlyName(), Status.INIT, null, now, now);
        // What is asked of a room while the map is locked takes no room's lock, so that a room may be removed under its
        // own.
        return new Room(equipment, book, conference, new Room.Founder(leg, wanted), over -> rooms.remove(name, over));
    }

    /** All there have been, oldest first. */
    public List<Conference> all() {
        return book.all();
    }

    public Optional<Conference> find(String sid) {
        return book.find(sid);
    }

    private Optional<Room> room(String sid) {
        return book.find(sid)
                .map(conference -> rooms.get(new Name(conference.accountSid(), conference.friendlyName())))
                .filter(room -> room.sid().equals(sid) && !room.isOver());
    }

    /** Who takes part, in the order of coming; nobody when the conference is over. */
    public List<Participant> participants(String conferenceSid) {
        return room(conferenceSid).stream()
                .flatMap(room -> room.seats().stream())
                .map(Seat::participant)
                .toList();
    }

    private Optional<Seat> seat(String conferenceSid, String callSidOrLabel) {
        return room(conferenceSid).stream()
                .flatMap(room -> room.seats().stream())
                .filter(seat -> seat.participant().isCalled(callSidOrLabel))
                .findFirst();
    }

    /**
     * Empty when there is no such participant.
     *
     * @throws NotPossible when he is to coach somebody who is not there
     */
    public Optional<Participant> change(String conferenceSid, String callSidOrLabel, ParticipantChange change) {
        return seat(conferenceSid, callSidOrLabel).map(seat -> seat.room().change(seat, change));
    }

    /** Removes a participant; false when there is no such. */
    public boolean kick(String conferenceSid, String callSidOrLabel) {
        Optional<Seat> seat = seat(conferenceSid, callSidOrLabel);
        seat.ifPresent(found -> found.room().kick(found));
        return seat.isPresent();
    }

    /** Ends it; nothing happens when it has ended. */
    public void end(String conferenceSid) {
        room(conferenceSid).ifPresent(Room::endByApi);
    }

    /** All who are there hear what is found at this URL; false when the conference is over. */
    public boolean announce(String conferenceSid, Callback url) {
        Optional<Room> room = room(conferenceSid);
        room.ifPresent(found -> found.announce(url));
        return room.isPresent();
    }
}
