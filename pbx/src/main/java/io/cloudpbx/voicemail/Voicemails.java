package io.cloudpbx.voicemail;

import io.cloudpbx.extensions.ExtensionBadge;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.voicemail.Voicemail.State;
import io.cloudpbx.voicemail.Voicemail.Transcript;
import io.cloudpbx.voicemail.store.VoicemailRows;
import java.time.Clock;
import java.time.Instant;
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
    private final Forgetting forgetting;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Voicemails(VoicemailRows rows, Forgetting forgetting, Jobs jobs, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.forgetting = forgetting;
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

    @Transactional
    public void stored(Voicemail voicemail, Sound sound) {
        if (rows.stored(voicemail.id(), sound)) {
            announce(voicemail);
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
