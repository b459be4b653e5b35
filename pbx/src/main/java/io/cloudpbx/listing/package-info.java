/** How lists are paged: newest first, with a cursor that stays right while new things arrive. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problems"})
package io.cloudpbx.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
