/** Has a public front and a store behind it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.architecture.violations.modules.internals.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
