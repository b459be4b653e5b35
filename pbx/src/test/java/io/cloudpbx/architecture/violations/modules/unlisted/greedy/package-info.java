/** Takes without having listed. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.architecture.violations.modules.unlisted.greedy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
