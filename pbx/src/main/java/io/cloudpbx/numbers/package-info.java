/** Phone numbers we own: found, bought, pointed at us, watched and released; where they ring is not known here. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"telephony", "carrier", "jobs", "problems", "listing", "access", "settings", "repeats"})
package io.cloudpbx.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
