/** What we ask of the carrier, and how we trust what it asks of us. */
@NullMarked
@ApplicationModule(allowedDependencies = {"telephony", "twiml", "startup", "reach"})
package io.cloudpbx.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
