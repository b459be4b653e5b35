package io.cloudpbx.messaging.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.messaging.restored.Recoveries;
import io.cloudpbx.messaging.restored.Recovery;
import io.cloudpbx.messaging.restored.Recovery.Found;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/recovery}: a system that was restored from a backup, and sends nothing before somebody resumes it. */
@RestController
@RequestMapping("/api/recovery")
class RecoveryController {
    private final Recoveries recoveries;

    RecoveryController(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    /**
     * How it stands.
     *
     * @param open whether nothing is sent; all others are null when it is not
     * @param backupAt when the backup was made, to a minute
     * @param comparedAt since when the last comparison with the carrier that came to its end
     * @param resumableFrom a comparison that begins then finds all that left before
     * @param problem why the last comparison did not come to its end; null when it did
     */
    record View(
            boolean open,
            @Nullable Instant backupAt,
            @Nullable Instant beganAt,
            @Nullable Instant comparedAt,
            @Nullable Instant resumableFrom,
            boolean resumable,
            @Nullable String problem,
            @Nullable Found found) {
        static final View NONE = new View(false, null, null, null, null, false, null, null);

        static View of(Recovery recovery) {
            return new View(
                    true,
                    recovery.since(),
                    recovery.beganAt(),
                    recovery.comparedFrom(),
                    recovery.settledAt(),
                    recovery.mayBeResumed(),
                    recovery.problem().isEmpty() ? null : recovery.problem(),
                    recovery.found());
        }
    }

    @GetMapping
    View read() {
        return recoveries.open().map(View::of).orElse(View.NONE);
    }

    @PostMapping("/resume")
    View resume(SignedIn who, HttpServletRequest request) {
        if (!who.role().covers(Role.ADMIN)) {
            throw Problem.forbidden("admin_only", "Only an owner or an admin may resume sending.");
        }
        recoveries.resume(who, request.getRemoteAddr());
        return read();
    }
}
