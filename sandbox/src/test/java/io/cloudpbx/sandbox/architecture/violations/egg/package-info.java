/** The other half of a circle. */
@NullMarked
package io.cloudpbx.sandbox.architecture.violations.egg;

import org.jspecify.annotations.NullMarked;
