/** What a phone can be told to do, as values, and their XML. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.twiml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
