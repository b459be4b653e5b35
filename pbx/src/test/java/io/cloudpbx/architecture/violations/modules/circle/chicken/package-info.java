/** Comes from the egg. */
@NullMarked
@ApplicationModule(allowedDependencies = "egg")
package io.cloudpbx.architecture.violations.modules.circle.chicken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
