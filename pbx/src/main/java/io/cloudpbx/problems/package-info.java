/** Refusals with a name: what an API client is told when something cannot be done (RFC 9457). */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
