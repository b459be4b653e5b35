/** SQL of the briefing. */
@NullMarked
package io.cloudpbx.receptionist.store;

import org.jspecify.annotations.NullMarked;
