/**
 * Calls that reached nobody, as work: who has to call back, and whether it is done.
 *
 * <p>Misses of one caller are one open item. It is done when a person says so, when a person's text or call reaches the caller, or when the
 * caller calls again and reaches somebody or leaves a message, which is the mailbox's work then.
 *
 * <p>A number may text back who was missed on it, by itself and once a day; that calls nobody back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "telephony",
            "jobs",
            "problems",
            "listing",
            "access",
            "settings",
            "templates",
            "contacts",
            "numbers",
            "messaging",
            "calls",
            "dialing"
        })
package io.cloudpbx.missedcalls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
