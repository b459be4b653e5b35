/** One half of a circle. */
@NullMarked
package io.cloudpbx.sandbox.architecture.violations.hen;

import org.jspecify.annotations.NullMarked;
