package io.cloudpbx.voicemail;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.voicemail.store.VoicemailRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What somebody who is to be forgotten has said on our machines goes with them: sound, transcript, and the carrier's copy (C39). The
 * key of the job is the stored sound's own.
 */
@Component
class ForgetCallers implements Job {
    private static final String KIND = "voicemail.forget-sound";

    private final VoicemailRows rows;
    private final Forgetting forgetting;
    private final BlobStore blobs;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    ForgetCallers(
            VoicemailRows rows, Forgetting forgetting, BlobStore blobs, Jobs jobs, ApplicationEventPublisher events) {
        this.rows = rows;
        this.forgetting = forgetting;
        this.blobs = blobs;
        this.jobs = jobs;
        this.events = events;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        for (Voicemail voicemail : rows.from(deleted.numbers())) {
            forgetting.recording(voicemail.recording(), deleted.contactId());
            jobs.soon(KIND, voicemail.blobKey());
            rows.delete(voicemail);
            events.publishEvent(new VoicemailChanged(voicemail.id(), voicemail.call()));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        blobs.delete(key);
        return new Outcome.Done();
    }
}
