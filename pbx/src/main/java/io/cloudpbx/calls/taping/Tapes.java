package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.TapeChanged;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Taped;
import io.cloudpbx.calls.flow.Taping;
import io.cloudpbx.calls.store.TalkSettingsRow;
import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.calls.taping.Tape.Kind;
import io.cloudpbx.calls.taping.Tape.State;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.Erasing;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The recordings of calls: every change of one is made here, and asks for what follows in the same transaction. */
@Service
public class Tapes {
    /** For which the carrier keeps its copy of what is stored here (R19). */
    private static final Duration GRACE = Duration.ofHours(24);

    private final TapeRows rows;
    private final TalkSettingsRow settings;
    private final RecordingRules rules;
    private final Erasing erasing;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tapes(
            TapeRows rows,
            TalkSettingsRow settings,
            RecordingRules rules,
            Erasing erasing,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.settings = settings;
        this.rules = rules;
        this.erasing = erasing;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /** How a caller is told of each kind of recording, in a language. */
    public interface Words {
        String announcement(Kind kind, Language language);
    }

    /**
     * What the document of a step says about recordings.
     *
     * @param parts what there is of the call before it
     * @param cut whether the caller was taken away from the document before, in the middle of what it says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TapeOrder at(Call call, List<Tape> parts, CallStep step, boolean cut, Words words) {
        List<UUID> ended = new ArrayList<>();
        TapeOrder.Begin begun = null;
        for (Kind kind : List.of(Kind.RECEPTIONIST, Kind.PEOPLE)) {
            var own = parts.stream().filter(part -> part.kind() == kind).toList();
            var taped = Tape.taped(own);
            if (cut && taped == Taped.BEGUN && own.getLast().startedAt() == null) {
                // Its announcement may not have been heard to the end, after which alone it begins.
                ended.add(end(own.getLast()));
                taped = Taped.NOT_YET;
            }
            switch (allowed(parts, taping(kind, call, step, taped))) {
                case UNCHANGED -> {}
                case ANNOUNCE -> begun = begin(call, kind, parts.size(), words.announcement(kind, language(step)));
                case AGAIN -> begun = begin(call, kind, parts.size(), "");
                case END -> ended.add(end(own.getLast()));
            }
        }
        return new TapeOrder(ended, begun);
    }

    /** Whoever did not want one recording is not asked about another, and gets none (C31). */
    private static Taping allowed(List<Tape> parts, Taping taping) {
        boolean begins = taping == Taping.ANNOUNCE || taping == Taping.AGAIN;
        return begins && parts.stream().anyMatch(part -> part.state() == State.REFUSED) ? Taping.UNCHANGED : taping;
    }

    private Taping taping(Kind kind, Call call, CallStep step, Taped taped) {
        return switch (kind) {
            case RECEPTIONIST ->
                Taping.at(
                        step,
                        step instanceof CallStep.Converse && settings.read().recordConversations(),
                        taped);
            case PEOPLE, DIALED -> Taping.between(step, Taping.isOfPeople(step) && rules.isRecorded(call), taped);
        };
    }

    private static Language language(CallStep step) {
        return switch (step) {
            case CallStep.Converse converse -> converse.talk().language();
            case CallStep.Connect connect -> connect.talk().language();
            case CallStep.Ring ring -> ring.first().language();
            case CallStep.RingGroup group -> group.first().language();
            default -> Language.ENGLISH;
        };
    }

    private TapeOrder.Begin begin(Call call, Kind kind, int part, String announcement) {
        UUID id = UUID.randomUUID();
        var begun = new TapeRows.Begun(id, call.id(), kind, part, announcement, BlobKeys.fresh("conversation", clock));
        rows.insert(begun, clock.instant());
        return new TapeOrder.Begin(id, announcement);
    }

    private UUID end(Tape tape) {
        rows.ending(tape.id(), clock.instant());
        jobs.soon(StopTape.KIND, tape.id().toString());
        return tape.id();
    }

    /** Whether whoever takes the call is to be told that it is recorded. */
    public boolean isRecorded(UUID callId) {
        var people = rows.of(callId).stream()
                .filter(part -> part.kind() == Kind.PEOPLE)
                .toList();
        return Tape.taped(people) == Taped.BEGUN;
    }

    /** Of a call that somebody here began: one, however often it is begun; none when whoever is called did not want it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> dialed(UUID callId, CarrierId call, PhoneNumber called, String announcement) {
        var before = rows.of(callId).stream().findFirst();
        if (before.isPresent()) {
            return before.filter(tape -> tape.state() != State.REFUSED).map(Tape::id);
        }
        UUID id = UUID.randomUUID();
        String key = BlobKeys.fresh("conversation", clock);
        rows.insert(new TapeRows.Begun(id, callId, Kind.DIALED, 0, announcement, key), clock.instant());
        rows.dialed(id, call, called);
        return Optional.of(id);
    }

    /**
     * What is recorded of a call by which somebody here called somebody ends now, however often that is said. Where the call was handed
     * over, what is recorded since of whoever was called goes on.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> held(UUID callId) {
        return rows.of(callId).stream()
                .filter(tape -> tape.kind() == Kind.DIALED)
                .map(this::end)
                .toList();
    }

    /**
     * Ends what is recorded of people in a call, and what is only to begin, however often that is wanted.
     *
     * @return false where nothing is
     */
    @Transactional
    public boolean stop(UUID callId) {
        var open = rows.of(callId).stream()
                .filter(tape -> tape.kind() != Kind.RECEPTIONIST)
                .filter(tape -> tape.state() == State.WANTED || tape.state() == State.RUNNING)
                .toList();
        open.forEach(this::end);
        return !open.isEmpty();
    }

    /** What is and was recorded of a call, oldest first. */
    public List<Tape> partsOf(Call call) {
        return rows.of(call.id());
    }

    /** Of a call, oldest first. */
    public List<UUID> of(UUID callId) {
        return rows.of(callId).stream().map(Tape::id).toList();
    }

    /** What is still open of a call that is over ends with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void over(UUID callId) {
        rows.of(callId).forEach(tape -> rows.ending(tape.id(), clock.instant()));
    }

    /** Keeps what the phone is told instead. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void otherwise(UUID id, String document) {
        rows.otherwise(id, document);
    }

    /**
     * Whoever was told of it does not want it, however often that is said.
     *
     * @return what the phone is told instead; nothing where the document goes on
     */
    @Transactional
    public Optional<String> refuse(UUID id) {
        if (rows.leave(id, List.of(State.WANTED, State.RUNNING), State.REFUSED)) {
            rows.ending(id, clock.instant());
            jobs.soon(StopTape.KIND, id.toString());
            jobs.soon(LetTapeGo.KIND, id.toString());
            announce(id);
        }
        return rows.otherwise(id);
    }

    /** The carrier has begun. @param started by the carrier's clock; null when it did not say */
    @Transactional
    public void began(UUID id, CarrierId recording, @Nullable Instant started) {
        if (rows.began(id, recording, start(started))) {
            if (rows.find(id).filter(tape -> tape.endingAt() != null).isPresent()) {
                jobs.soon(StopTape.KIND, id.toString());
            }
            announce(id);
        } else if (rows.named(id, recording)) {
            jobs.soon(StopTape.KIND, id.toString());
        }
    }

    /** It is complete at the carrier, however often and in whatever order that is told. */
    @Transactional
    public void complete(UUID id, CarrierId recording, @Nullable Instant started) {
        if (rows.complete(id, recording, start(started), clock.instant())) {
            jobs.soon(FetchTape.KIND, id.toString());
            announce(id);
        } else if (rows.named(id, recording)) {
            jobs.soon(LetTapeGo.KIND, id.toString());
        }
    }

    /** A carrier whose clock is ahead has not begun before it was asked to. */
    private Instant start(@Nullable Instant told) {
        Instant now = clock.instant();
        return told == null || told.isAfter(now) ? now : told;
    }

    /** The carrier has recorded nothing. */
    @Transactional
    public void nothing(UUID id) {
        if (rows.leave(id, List.of(State.WANTED, State.RUNNING), State.NOTHING)) {
            announce(id);
        }
    }

    @Transactional
    public void stored(Tape tape, Sound sound) {
        if (rows.stored(tape.id(), sound)) {
            jobs.schedule(LetTapeGo.KIND, tape.id().toString(), clock.instant().plus(GRACE));
            announce(tape.id());
        } else if (rows.find(tape.id())
                .filter(now -> now.state() == State.DELETED)
                .isPresent()) {
            erasing.erase(tape.blobKey());
        }
    }

    /** It will not be ours; what the carrier has of it goes at once. */
    @Transactional
    public void notKept(Tape tape, State why) {
        if (rows.leave(tape.id(), List.of(State.FETCHING), why)) {
            jobs.soon(LetTapeGo.KIND, tape.id().toString());
            announce(tape.id());
        }
    }

    /** Sound and the carrier's copy go; that there was a recording stays. */
    @Transactional
    public void delete(Tape tape) {
        if (rows.delete(tape.id())) {
            erasing.erase(tape.blobKey());
            if (tape.recording() != null) {
                jobs.soon(LetTapeGo.KIND, tape.id().toString());
            }
        }
    }

    private void announce(UUID id) {
        rows.find(id).ifPresent(tape -> events.publishEvent(new TapeChanged(tape.callId())));
    }

    public Tape ofReceptionist(UUID id) {
        return require(id, tape -> tape.kind() == Kind.RECEPTIONIST);
    }

    /** @param callId of which it has to be */
    public Tape ofPeople(UUID callId, UUID id) {
        return require(
                id, tape -> tape.kind() != Kind.RECEPTIONIST && tape.callId().equals(callId));
    }

    private Tape require(UUID id, Predicate<Tape> wanted) {
        return rows.find(id)
                .filter(wanted)
                .orElseThrow(() -> Problem.notFound("recording_not_found", "There is no such recording."));
    }
}
