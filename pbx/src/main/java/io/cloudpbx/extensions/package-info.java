/** People and desks inside: who they are, their direct number, and where they are rung. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"telephony", "carrier", "settings", "numbers", "problems", "listing", "access"})
package io.cloudpbx.extensions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
