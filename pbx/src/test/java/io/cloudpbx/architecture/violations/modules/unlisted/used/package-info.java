/** Offers something to those who list it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.architecture.violations.modules.unlisted.used;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
