/** Has the assistant answer texts that nobody else answers: asks a mind, and does the one thing it may want. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "telephony",
            "jobs",
            "problems",
            "settings",
            "contacts",
            "messaging",
            "messaging :: flow",
            "knowledge",
            "claude",
            "assistant"
        })
package io.cloudpbx.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
