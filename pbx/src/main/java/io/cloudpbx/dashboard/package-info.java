/** The browser's shell: who is signed in to which business, the day at a glance, and the stream of live news. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "telephony",
            "carrier",
            "jobs",
            "problems",
            "access",
            "database",
            "pages",
            "settings",
            "storage",
            "callflow",
            "knowledge",
            "contacts",
            "numbers",
            "extensions",
            "messaging",
            "messaging :: restored",
            "campaigns",
            "voicemail",
            "calls",
            "dialing",
            "missedcalls",
            "hooks"
        })
package io.cloudpbx.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
