/** Who may be called from here, and how it ended: decisions about values. */
@NullMarked
package io.cloudpbx.dialing.flow;

import org.jspecify.annotations.NullMarked;
