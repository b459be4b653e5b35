/** Who may sign in and what they may do. */
@NullMarked
@ApplicationModule(allowedDependencies = {"startup", "problems", "problems :: web", "listing"})
package io.cloudpbx.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
