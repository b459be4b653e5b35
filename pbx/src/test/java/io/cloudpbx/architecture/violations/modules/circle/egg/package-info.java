/** Comes from the chicken. */
@NullMarked
@ApplicationModule(allowedDependencies = "chicken")
package io.cloudpbx.architecture.violations.modules.circle.egg;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
