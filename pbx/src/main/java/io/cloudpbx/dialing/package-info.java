/**
 * Calls that somebody here begins from the dashboard: their own phone rings first, and on a key press the other side is called.
 *
 * <pre>
 * READY ─ claimed, commit ─→ ASKING ─ one request ─→ RINGING_YOU ─ 1 pressed ─→ CONNECTING ─ answered ─→ TALKING ─→ ENDED
 *                              │                        ↑
 *                              └─ nobody knows ─→ UNKNOWN ─ found, or its own news ─┘   ─ not there ─→ ENDED
 * </pre>
 *
 * <p>The carrier is asked once, whatever happens. A state only moves to the right.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "telephony",
            "twiml",
            "figures",
            "carrier",
            "database",
            "jobs",
            "problems",
            "repeats",
            "listing",
            "access",
            "settings",
            "contacts",
            "numbers",
            "extensions",
            "forgetting",
            "messaging",
            "calls"
        })
package io.cloudpbx.dialing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
