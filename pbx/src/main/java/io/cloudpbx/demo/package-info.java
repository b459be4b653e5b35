/** The fictional company of {@code ./cloudpbx demo}, made once by the same calls that a person's clicks would make. */
@NullMarked
@ApplicationModule(allowedDependencies = {"telephony", "settings", "extensions", "knowledge"})
package io.cloudpbx.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
