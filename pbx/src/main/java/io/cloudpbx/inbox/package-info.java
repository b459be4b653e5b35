/** Puts calls and voicemails into the conversations of those who called, and texts them when a call was missed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"telephony", "jobs", "contacts", "messaging", "voicemail", "recordings", "calls"})
package io.cloudpbx.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
