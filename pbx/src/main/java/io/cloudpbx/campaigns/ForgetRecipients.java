package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.PersonRows;
import io.cloudpbx.campaigns.store.SavedAudienceRows;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.telephony.CarrierId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is to be forgotten is in no campaign any more, whatever became of it, and in no saved audience (C39). */
@Component
class ForgetRecipients {
    private final PersonRows rows;
    private final SavedAudienceRows saved;
    private final Forgetting forgetting;

    ForgetRecipients(PersonRows rows, SavedAudienceRows saved, Forgetting forgetting) {
        this.rows = rows;
        this.saved = saved;
        this.forgetting = forgetting;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        rows.atCarrier(deleted.numbers()).forEach(text -> forgetting.text(text, hasMedia(text), deleted.contactId()));
        rows.forget(deleted.numbers());
        saved.forget(deleted.numbers());
    }

    /** The carrier's ids say it ({@code twilio.md} section 15). */
    private static boolean hasMedia(CarrierId text) {
        return text.value().startsWith("MM");
    }
}
