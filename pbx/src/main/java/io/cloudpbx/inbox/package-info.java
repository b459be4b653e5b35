/** Puts calls and voicemails into the conversations of those who called. */
@NullMarked
@ApplicationModule(allowedDependencies = {"telephony", "contacts", "messaging", "voicemail", "recordings", "calls"})
package io.cloudpbx.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
