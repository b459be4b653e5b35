/**
 * Counts of what happened, as values: those who keep rows say how much there was of what, and {@code analytics} adds it up.
 *
 * <p>Figures hold no personal data: their keys are states, extensions, campaigns and numbers of our own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cloudpbx.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
