/** Tests of this capability. */
@NullMarked
package io.cloudpbx.voicemail;

import org.jspecify.annotations.NullMarked;
