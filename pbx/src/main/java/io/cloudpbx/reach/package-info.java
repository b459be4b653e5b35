/** How far a request that leaves the house may go: to the public internet, and nowhere behind it (T9). */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
