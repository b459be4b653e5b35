package io.cloudpbx.access;

import io.cloudpbx.access.store.Audit;
import org.springframework.stereotype.Component;

/** Where other capabilities have it written down who did something that must be accounted for (S9). */
@Component
public class AuditLog {
    private final Audit audit;

    AuditLog(Audit audit) {
        this.audit = audit;
    }

    /**
     * Adds a line in the caller's transaction; nothing of it may be secret.
     *
     * @param address where the request came from
     * @param action such as {@code opt_out_undone}
     * @param object what it was done to
     * @param reason why, in the person's words
     */
    public void record(SignedIn who, String address, String action, String object, String reason) {
        audit.record(Audit.Entry.of(who.userId(), address, action).on(object).because(reason));
    }
}
