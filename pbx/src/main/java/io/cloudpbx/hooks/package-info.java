/**
 * Tells other systems over HTTP what happened here: signed, retried, and never twice under two names (T19).
 *
 * <pre>
 * what happened ── in its own transaction ──→ a delivery per endpoint (webhook_delivery)
 *                                                     │ job, one per endpoint, outside any transaction
 *                          log of attempts ←── POST ──┴──→ the receiver, at a public address (T9)
 * </pre>
 *
 * <p>A delivery has one id for good: it is the same when it is sent again after a failure, a crash or at a person's wish. What is about
 * somebody who is to be forgotten is forgotten here as well, and everything after thirty days.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "telephony",
            "carrier",
            "reach",
            "startup",
            "jobs",
            "problems",
            "listing",
            "access",
            "contacts",
            "messaging",
            "voicemail",
            "calls",
            "dialing",
            "campaigns"
        })
package io.cloudpbx.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
