/** Texts with people outside: every one that comes in is kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"telephony", "carrier", "twiml"})
package io.cloudpbx.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
