/** Whole-system load: programs run as processes and are driven over HTTP only. */
@NullMarked
package io.cloudpbx.bench;

import org.jspecify.annotations.NullMarked;
