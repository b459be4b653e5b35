package io.cloudpbx.voicemail;

import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.ExtensionBadge;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.Erasing;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.voicemail.Voicemail.Deleted;
import io.cloudpbx.voicemail.Voicemail.State;
import io.cloudpbx.voicemail.Voicemail.Transcript;
import io.cloudpbx.voicemail.store.VoicemailRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes. */
@Service
public class Voicemails implements ExtensionBadge {
    private final VoicemailRows rows;
    private final Extensions extensions;
    private final Forgetting forgetting;
    private final Erasing erasing;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Voicemails(
            VoicemailRows rows,
            Extensions extensions,
            Forgetting forgetting,
            Erasing erasing,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.extensions = extensions;
        this.forgetting = forgetting;
        this.erasing = erasing;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /** Takes note of a finished recording, however often it is told, and sends for its sound. */
    @Transactional
    public void received(ReceivedRecording received) {
        UUID id = UUID.randomUUID();
        if (!forgetting.isForgotten(received.recording())
                && rows.insert(id, received, BlobKeys.fresh("voicemail", clock))) {
            jobs.soon(FetchRecording.KIND, received.recording().value());
            events.publishEvent(new VoicemailAdded(id, received.call()));
        }
    }

    /**
     * Keeps nothing of a message whose caller was deleted before it was complete, and has the carrier keep nothing (C39).
     *
     * @param about the call that it was left in
     */
    @Transactional
    public void forget(CarrierId recording, UUID about) {
        forgetting.recording(recording, about);
        rows.deleteTranscript(recording);
    }

    /** Keeps a transcript, or why there is none; the first text stays. */
    @Transactional
    public void transcribed(CarrierId recording, Transcript transcript) {
        if (!forgetting.isForgotten(recording)) {
            rows.keepTranscript(recording, transcript);
        }
        rows.byRecording(recording).ifPresent(this::announce);
    }

    Optional<Voicemail> fetching(CarrierId recording) {
        return rows.byRecording(recording).filter(voicemail -> voicemail.state() == State.FETCHING);
    }

    /** One that was erased while its sound was on its way here is not to be heard any more. */
    @Transactional
    public void stored(Voicemail voicemail, Sound sound) {
        if (rows.stored(voicemail.id(), sound)) {
            announce(voicemail);
        } else if (rows.find(voicemail.id()).isEmpty()) {
            erasing.erase(voicemail.blobKey());
        }
    }

    @Transactional
    public void foundEmpty(Voicemail voicemail) {
        if (rows.leaveFetching(voicemail.id(), State.EMPTY)) {
            announce(voicemail);
        }
    }

    @Transactional
    public void lost(Voicemail voicemail) {
        if (rows.leaveFetching(voicemail.id(), State.LOST)) {
            announce(voicemail);
        }
    }

    /** Marks as listened to, or as new again; who listened first is remembered. */
    @Transactional
    public void listened(UUID id, boolean listened, String who) {
        var voicemail = require(id);
        if (rows.listened(id, listened, who)) {
            announce(voicemail);
        }
    }

    /**
     * Puts it into the mailbox of somebody else, for whom it is new.
     *
     * @throws Problem {@code voicemail_not_found}, or when there is no such extension
     */
    @Transactional
    public void move(UUID id, String ext) {
        var voicemail = require(id);
        Extension to = extensions
                .byExt(ext)
                .orElseThrow(() -> Problem.invalid("ext", "unknown_extension", "must be an extension that is there"));
        if (rows.move(id, to.id())) {
            announce(voicemail);
            events.publishEvent(new VoicemailMoved(id, voicemail.extensionId()));
        }
    }

    /** Takes it out of its mailbox. It can be brought back until {@link EraseDeleted} comes for it. */
    @Transactional
    public void delete(UUID id, String who) {
        var voicemail = require(id);
        if (rows.markDeleted(id, who)) {
            jobs.schedule(EraseDeleted.KIND, id.toString(), clock.instant().plus(Deleted.KEPT_FOR));
            announce(voicemail);
        }
    }

    /** Brings back what was deleted. */
    @Transactional
    public void restore(UUID id) {
        var voicemail = require(id);
        if (rows.bringBack(id)) {
            jobs.cancel(EraseDeleted.KIND, id.toString());
            announce(voicemail);
        }
    }

    private void announce(Voicemail voicemail) {
        events.publishEvent(new VoicemailChanged(voicemail.id(), voicemail.call()));
    }

    /** A message that people may see. */
    public Voicemail require(UUID id) {
        return rows.find(id)
                .filter(voicemail -> voicemail.state() != State.EMPTY)
                .orElseThrow(() -> Problem.notFound("voicemail_not_found", "There is no such voicemail."));
    }

    public Optional<Voicemail> find(UUID id) {
        return rows.find(id);
    }

    /** Messages of one call that people may see and nobody deleted. */
    public List<Voicemail> leftIn(CarrierId call) {
        return rows.ofCall(call);
    }

    /** Also one that was here and is forgotten, which must not come back. */
    public boolean knows(CarrierId recording) {
        return rows.byRecording(recording).isPresent() || forgetting.isForgotten(recording);
    }

    /** How many wait to be heard in all mailboxes together. */
    public int unheard() {
        return rows.unheard();
    }

    public int receivedBetween(Instant from, Instant to) {
        return rows.receivedBetween(from, to);
    }

    @Override
    public String name() {
        return "unheard";
    }

    @Override
    public Map<UUID, Integer> counts() {
        return rows.unheardByExtension();
    }
}
