package io.cloudpbx.messaging.restored;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.messaging.store.RecoveryRows;
import io.cloudpbx.problems.Problem;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of a restored system, and how they resume it. */
@Service
public class Recoveries {
    private final RecoveryRows rows;
    private final AuditLog audit;

    Recoveries(RecoveryRows rows, AuditLog audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** The one that nobody has resumed yet. */
    public Optional<Recovery> open() {
        return rows.open();
    }

    /**
     * Lets texts leave again.
     *
     * @param address where the request came from
     * @throws Problem {@code no_recovery}, or {@code not_compared_yet} while something that left may not have been found
     */
    @Transactional
    public void resume(SignedIn who, String address) {
        Recovery recovery = rows.open().orElseThrow(Recoveries::over);
        if (!recovery.mayBeResumed()) {
            throw Problem.conflict(
                    "not_compared_yet", "The carrier has not told yet all that it has sent since the backup.");
        }
        if (!rows.resume(recovery.id(), who.name())) {
            throw over();
        }
        audit.record(who, address, "sending_resumed", "recovery " + recovery.id(), "");
    }

    private static Problem over() {
        return Problem.conflict("no_recovery", "Sending is not stopped by a restored backup.");
    }
}
