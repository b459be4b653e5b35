/** Messages that callers left: fetched from the carrier, verified, kept, listed and played. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "telephony",
            "jobs",
            "storage",
            "recordings",
            "recordings :: web",
            "problems",
            "listing",
            "extensions",
            "access",
            "contacts",
            "forgetting"
        })
package io.cloudpbx.voicemail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
