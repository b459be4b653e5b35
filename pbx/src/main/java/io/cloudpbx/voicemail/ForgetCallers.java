package io.cloudpbx.voicemail;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.recordings.Erasing;
import io.cloudpbx.voicemail.store.VoicemailRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody who is to be forgotten has said on our machines goes with them: sound, transcript, and the carrier's copy (C39). */
@Component
class ForgetCallers {
    private final VoicemailRows rows;
    private final Forgetting forgetting;
    private final Erasing erasing;
    private final ApplicationEventPublisher events;

    ForgetCallers(VoicemailRows rows, Forgetting forgetting, Erasing erasing, ApplicationEventPublisher events) {
        this.rows = rows;
        this.forgetting = forgetting;
        this.erasing = erasing;
        this.events = events;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        for (Voicemail voicemail : rows.from(deleted.numbers())) {
            forgetting.recording(voicemail.recording(), deleted.contactId());
            erasing.erase(voicemail.blobKey());
            rows.delete(voicemail);
            events.publishEvent(new VoicemailChanged(voicemail.id(), voicemail.call()));
        }
    }
}
