package io.cloudpbx.voicemail;

import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.recordings.Erasing;
import io.cloudpbx.voicemail.store.VoicemailRows;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deletes a message with all there is of it: sound, transcript, and the carrier's copy. Within the caller's transaction. */
@Component
class Erasure {
    private final VoicemailRows rows;
    private final Forgetting forgetting;
    private final Erasing erasing;

    Erasure(VoicemailRows rows, Forgetting forgetting, Erasing erasing) {
        this.rows = rows;
        this.forgetting = forgetting;
        this.erasing = erasing;
    }

    /** @param about the contact who is forgotten with it, or the message alone */
    void erase(Voicemail voicemail, UUID about) {
        forgetting.recording(voicemail.recording(), about);
        erasing.erase(voicemail.blobKey());
        rows.delete(voicemail);
    }
}
