/** Lists nothing because it needs nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.architecture.violations.modules.listless.careful;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
