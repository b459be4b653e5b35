/** Reads the rows of its host. */
@NullMarked
@ApplicationModule(allowedDependencies = "host")
package io.cloudpbx.architecture.violations.modules.internals.nosy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
