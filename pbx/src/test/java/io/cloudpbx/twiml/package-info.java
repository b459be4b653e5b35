/** Tests of this capability. */
@NullMarked
package io.cloudpbx.twiml;

import org.jspecify.annotations.NullMarked;
