/** Tests of this capability. */
@NullMarked
package io.cloudpbx.carrier;

import org.jspecify.annotations.NullMarked;
