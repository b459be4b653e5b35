package io.cloudpbx.voicemail;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.voicemail.store.VoicemailRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody who is to be forgotten has said on our machines goes with them: sound, transcript, and the carrier's copy (C39). */
@Component
class ForgetCallers {
    private final VoicemailRows rows;
    private final Erasure erasure;
    private final ApplicationEventPublisher events;

    ForgetCallers(VoicemailRows rows, Erasure erasure, ApplicationEventPublisher events) {
        this.rows = rows;
        this.erasure = erasure;
        this.events = events;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        for (Voicemail voicemail : rows.from(deleted.numbers())) {
            erasure.erase(voicemail, deleted.contactId());
            events.publishEvent(new VoicemailChanged(voicemail.id(), voicemail.call()));
        }
    }
}
