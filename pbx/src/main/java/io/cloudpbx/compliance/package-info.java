/** What the rules about texts and calls ask of the company, and how each stands, gathered from where it is kept. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "settings",
            "telephony",
            "numbers",
            "contacts",
            "messaging",
            "messaging :: flow",
            "campaigns",
            "calls"
        })
package io.cloudpbx.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
