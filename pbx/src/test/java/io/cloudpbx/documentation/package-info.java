/** Keeps what the documentation says from drifting away from what there is. */
@NullMarked
package io.cloudpbx.documentation;

import org.jspecify.annotations.NullMarked;
