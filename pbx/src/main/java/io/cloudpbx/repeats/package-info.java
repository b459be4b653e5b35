/** Requests that an API client may send again when it did not hear an answer, and that act once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "jobs", "problems"})
package io.cloudpbx.repeats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
