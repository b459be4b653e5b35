/** Answers each call, decides every next step, and keeps the log of what happened and why. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "figures",
            "callflow",
            "callflow :: flow",
            "callflow :: json",
            "database",
            "telephony",
            "twiml",
            "carrier",
            "jobs",
            "problems",
            "listing",
            "settings",
            "contacts",
            "numbers",
            "extensions",
            "voicemail",
            "forgetting",
            "storage",
            "recordings",
            "recordings :: web",
            "claude",
            "knowledge",
            "knowledge :: words",
            "receptionist",
            "messaging"
        })
package io.cloudpbx.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
