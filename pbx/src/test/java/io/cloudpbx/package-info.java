/** Tests of the phone system as a whole. */
@NullMarked
package io.cloudpbx;

import org.jspecify.annotations.NullMarked;
