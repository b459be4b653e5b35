/** The company's own choices, versioned so that nobody overwrites what they have not seen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problems", "telephony"})
package io.cloudpbx.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
