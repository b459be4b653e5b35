package io.cloudpbx.greetings.dictation;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.dialing.Door;
import io.cloudpbx.greetings.Greetings;
import io.cloudpbx.greetings.dictation.Dictation.State;
import io.cloudpbx.greetings.store.DictationRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the wish to speak a greeting, and how far that has come: told by the carrier, in whatever order and however often. */
@Service
public class Dictations {
    /** A phone that rings long after somebody wanted it to surprises them. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** Longer than a call of this kind may last. */
    private static final Duration OVER_BY_THEN = Duration.ofMinutes(10);

    /** The news of a recording may come after that of the call. */
    private static final Duration LATE_NEWS = Duration.ofMinutes(1);

    /** For which the carrier keeps its copy of what is stored here (R19). */
    private static final Duration GRACE = Duration.ofHours(24);

    private final DictationRows rows;
    private final Door door;
    private final Greetings greetings;
    private final DictationScript script;
    private final Jobs jobs;
    private final Clock clock;

    Dictations(DictationRows rows, Door door, Greetings greetings, DictationUrls urls, Jobs jobs, Clock clock) {
        this.rows = rows;
        this.door = door;
        this.greetings = greetings;
        this.script = new DictationScript(urls);
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Rings somebody's own phone.
     *
     * @throws Problem as {@link Door} does; {@code call_live} while it rings for another
     */
    @Transactional
    public Dictation begin(SignedIn who) {
        var way = door.open(null, null, who);
        var dictation = new Dictation(
                UUID.randomUUID(),
                who.userId(),
                who.name(),
                way.phone(),
                way.from(),
                State.READY,
                BlobKeys.fresh("greeting", clock),
                null,
                null,
                null,
                "",
                clock.instant());
        try {
            rows.insert(dictation);
        } catch (DuplicateKeyException other) {
            throw Problem.conflict("call_live", "Your phone is on the line for another greeting.");
        }
        jobs.soon(RingForDictation.KIND, dictation.id().toString());
        jobs.schedule(
                GiveUpDictation.KIND, dictation.id().toString(), clock.instant().plus(OVER_BY_THEN));
        return dictation;
    }

    public Optional<Dictation> find(UUID id) {
        return rows.find(id);
    }

    /** For whoever may ask the carrier now: once. */
    @Transactional
    Optional<Dictation> claim(UUID id) {
        var ready = rows.lock(id).filter(dictation -> dictation.state() == State.READY);
        if (ready.isPresent() && ready.get().createdAt().plus(STALE).isBefore(clock.instant())) {
            rows.failed(id, "Your phone could not be rung in time.");
            return Optional.empty();
        }
        var bar = ready.flatMap(dictation -> door.bar(dictation.phone()));
        if (bar.isPresent()) {
            rows.failed(id, "Your phone " + bar.get().words() + ".");
            return Optional.empty();
        }
        ready.ifPresent(dictation -> rows.moved(id, State.RINGING));
        return ready;
    }

    /** Somebody picked up. It changes nothing, so that it may be asked again. */
    @Transactional(readOnly = true)
    public String answered(UUID id) {
        return rows.find(id)
                .filter(Dictation::isOnTheLine)
                .map(dictation -> script.ask(id))
                .orElseGet(script::goodbye)
                .toXml();
    }

    @Transactional
    public String pressed(UUID id, String keys) {
        if (!keys.equals("1") || rows.lock(id).filter(Dictation::isOnTheLine).isEmpty()) {
            return script.goodbye().toXml();
        }
        rows.moved(id, State.SPEAKING);
        return script.record(id).toXml();
    }

    public String spoken() {
        return script.thanks().toXml();
    }

    /** The carrier has it. Also where that was given up before: what was spoken is not lost. */
    @Transactional
    public void recorded(UUID id, CarrierId recording) {
        rows.lock(id).filter(dictation -> dictation.recording() == null).ifPresent(dictation -> {
            rows.recorded(id, recording, clock.instant());
            jobs.soon(KeepDictation.KIND, id.toString());
        });
    }

    /** The call is over. */
    @Transactional
    public void over(UUID id, CallStatus status) {
        rows.lock(id)
                .filter(Dictation::isOnTheLine)
                .filter(dictation -> status.isOver())
                .ifPresent(dictation -> {
                    if (dictation.state() == State.SPEAKING) {
                        jobs.schedule(
                                GiveUpDictation.KIND,
                                id.toString(),
                                clock.instant().plus(LATE_NEWS));
                    } else {
                        rows.failed(id, "Your phone was not answered, or nobody pressed 1.");
                    }
                });
    }

    @Transactional
    public void nothingRecorded(UUID id) {
        failed(id, "Nothing was recorded.");
    }

    /** Unless there is a recording by now. */
    @Transactional
    void failed(UUID id, String why) {
        rows.lock(id).filter(Dictation::isOnTheLine).ifPresent(dictation -> rows.failed(id, why));
    }

    /** The recording is stored here. */
    @Transactional
    void stored(Dictation dictation, Sound sound) {
        rows.lock(dictation.id()).filter(now -> now.state() == State.RECORDED).ifPresent(now -> {
            rows.kept(
                    now.id(),
                    greetings.keep(now.blobKey(), sound, now.userName()).name());
            jobs.schedule(
                    LetDictationGo.KIND, now.id().toString(), clock.instant().plus(GRACE));
        });
    }

    /** It will not be a greeting; what the carrier has of it goes at once. */
    @Transactional
    void unusable(Dictation dictation, String why) {
        rows.lock(dictation.id()).filter(now -> now.state() == State.RECORDED).ifPresent(now -> {
            rows.failed(now.id(), why);
            jobs.soon(LetDictationGo.KIND, now.id().toString());
        });
    }
}
