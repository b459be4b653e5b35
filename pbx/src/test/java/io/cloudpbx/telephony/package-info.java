/** Tests of this capability. */
@NullMarked
package io.cloudpbx.telephony;

import org.jspecify.annotations.NullMarked;
