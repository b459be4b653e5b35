/** How lists are given: by pages, newest first, with a cursor that stays right while new things arrive; or as a file (T8). */
@NullMarked
@ApplicationModule(allowedDependencies = {"problems"})
package io.cloudpbx.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
