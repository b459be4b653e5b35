/** How the program starts and ends: refusals in one sentence, and an end together with the process that started it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
