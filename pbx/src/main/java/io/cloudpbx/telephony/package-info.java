/** Phone numbers, call ids and statuses: the values every capability speaks in. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
