/** The carrier's clock. */
@NullMarked
package io.cloudpbx.sandbox.time;

import org.jspecify.annotations.NullMarked;
