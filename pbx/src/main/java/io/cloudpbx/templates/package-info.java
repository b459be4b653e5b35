/** Words with places for what is said to one person alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
