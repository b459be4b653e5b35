/** Decisions that are none, because they look at the world. */
@NullMarked
package io.cloudpbx.architecture.violations.flow;

import org.jspecify.annotations.NullMarked;
