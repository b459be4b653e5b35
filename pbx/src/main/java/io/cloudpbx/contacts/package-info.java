/** People outside: who they are, the numbers they have, and what they consented to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"telephony", "problems", "problems :: web", "listing", "access", "forgetting"})
package io.cloudpbx.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
