/**
 * Menus in somebody's own voice: sounds that are uploaded or spoken into a phone, checked, kept for good, and played to callers.
 *
 * <p>A sound goes by the hash of its content. The words of a menu stay beside it: they are said where the sound is not there.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "callflow",
            "calls",
            "carrier",
            "dialing",
            "jobs",
            "problems",
            "problems :: web",
            "recordings",
            "storage",
            "telephony",
            "twiml"
        })
package io.cloudpbx.greetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
