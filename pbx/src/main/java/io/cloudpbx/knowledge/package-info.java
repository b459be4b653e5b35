/** What the business wants known: hours, address, parking, questions and answers; told to whoever asks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"listing", "problems", "settings", "telephony"})
package io.cloudpbx.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
